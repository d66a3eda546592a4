package org.planlint.parse;

import java.util.List;
import java.util.function.Function;
import org.planlint.facts.Located;

/**
 * Finds all facts of one type.
 *
 * @param type what it finds
 * @param find from the document, and what others find of it, to these facts, in the order of the text
 */
record Finder<T extends Located>(Class<T> type, Function<Found, List<T>> find) {}
