package org.planlint.isolate;

import org.planlint.fix.Asked;

/**
 * What a worker is to mend.
 *
 * @param file a docx
 * @param copy where it is to write it mended; it is not there yet
 */
record FixOrder(String file, String copy, Asked asked) {}
