/** Records as bytes, between this program's processes and from one run to the next. */
package org.planlint.codec;
