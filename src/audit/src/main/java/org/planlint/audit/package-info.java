/** An archive: what was judged before, its catalogue, and the outputs of an audit. */
package org.planlint.audit;
