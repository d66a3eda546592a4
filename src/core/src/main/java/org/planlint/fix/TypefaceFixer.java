package org.planlint.fix;

import java.util.List;
import java.util.Locale;
import org.planlint.annotate.Edit;
import org.planlint.facts.TypefaceShare;
import org.planlint.report.Finding;

/** Sets what is set in another typeface in Times New Roman, where the letters stay what they are. */
final class TypefaceFixer implements Fixer {
    private static final String TIMES = "Times New Roman";
    /** Fonts of old codes, in which other letters stand than are shown. */
    private static final List<String> OF_OLD_CODES = List.of(".VN", "VNI", "VN-", "VK ");

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        return reading.facts().all(TypefaceShare.class).stream()
                .filter(share -> !share.isTimes() && !isOfOldCode(share.font()))
                .flatMap(share -> share.all().stream())
                .map(span -> new Planned(
                        Safety.SAFE, new Edit.Type(span.paragraph(), span.start(), span.end()).inFont(TIMES)))
                .toList();
    }

    private static boolean isOfOldCode(String font) {
        String name = font.toUpperCase(Locale.ROOT);
        return OF_OLD_CODES.stream().anyMatch(name::startsWith);
    }
}
