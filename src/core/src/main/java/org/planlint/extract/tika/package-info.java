/** What Tika reads: rtf and html, with the marks that it would drop. */
package org.planlint.extract.tika;
