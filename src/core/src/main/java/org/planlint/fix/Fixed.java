package org.planlint.fix;

import java.util.Map;
import java.util.TreeMap;

/**
 * A copy in which something is mended, and by rule how many places of it are and are not.
 *
 * @param bytes   the copy; those of the source where there was nothing to mend
 * @param mended  places that are right now
 * @param offered places that are mended where it is asked for ({@link Safety#UNSAFE})
 * @param left    findings that a human has to mend
 */
public record Fixed(
        byte[] bytes, Map<String, Integer> mended, Map<String, Integer> offered, Map<String, Integer> left) {
    public Fixed {
        mended = new TreeMap<>(mended);
        offered = new TreeMap<>(offered);
        left = new TreeMap<>(left);
    }

    public static int places(Map<String, Integer> byRule) {
        return byRule.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nothing that was asked for is left. */
    public boolean isWhole() {
        return offered.isEmpty() && left.isEmpty();
    }
}
