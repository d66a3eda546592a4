/** Tesseract within the program: native libraries in a process of their own, whose end is the end of one picture. */
package org.planlint.ocr;
