/** Recognises the text of pictures of pages. What is recognised comes to the readers as words with their places. */
package org.planlint.extract.ocr;
