/** Docx and doc, with the fonts, numbers and layout that Word would show. */
package org.planlint.extract.word;
