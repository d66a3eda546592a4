/** The words that plans are read by: vocabularies, which are data of {@code rules/words/}, and named pieces of patterns. */
package org.planlint.words;
