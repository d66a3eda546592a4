/** Pdf with text, by the position of each character. */
package org.planlint.extract.pdf;
