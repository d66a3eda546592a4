package org.planlint.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.planlint.text.Capability;

/** Whether letters were read off a picture by a machine: its slips are nobody's. */
final class Recognition {
    /**
     * Specks and strokes as recognition reads them, which no keyboard in an office gives: "gái. ¬", "QĐ-§SYT", "ˆ 'Tiếp";
     * and a speck behind the end of a sentence: "trong tỉnh; :".
     */
    private static final Pattern SPECK = Pattern.compile("[§¬ˆ´¨¦¢‹›]|(?<=\\s)`(?=\\s|$)"
            + "|(?<=\\p{L}[.;] )(?::(?=\\s|$)|\\.(?=\\s\\p{Lu}))|(?<=\\p{Ll} )\\.(?= \\p{Ll})");

    private Recognition() {}

    static boolean made(Found soFar) {
        return !soFar.document().capabilities().contains(Capability.TYPED_TEXT) || holdsSpeck(soFar.lines());
    }

    private static boolean holdsSpeck(List<Line> lines) {
        return lines.stream().anyMatch(line -> SPECK.matcher(line.text()).find());
    }
}
