package org.planlint.parse;

import java.util.List;
import java.util.function.Function;
import org.planlint.facts.Located;

/**
 * Finds all facts of one type.
 *
 * @param type what it finds
 * @param find from everything found so far to these facts, in the order of the text. It asks for all it needs before it
 *             looks at anything, so that a finder in the wrong place fails on every document and not on a rare one.
 */
record Finder<T extends Located>(Class<T> type, Function<Found, List<T>> find) {}
