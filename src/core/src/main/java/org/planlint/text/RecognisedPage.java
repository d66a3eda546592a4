package org.planlint.text;

/**
 * A page whose text was recognised from its picture.
 *
 * @param page       by number, from 1
 * @param words      how many were recognised
 * @param confidence how sure the engine is of them on average, 0 to 100
 * @param covered    the share of the page's ink that lies under its words and ruled lines
 * @param ink        where there is ink
 */
public record RecognisedPage(int page, int words, int confidence, double covered, InkMap ink) {}
