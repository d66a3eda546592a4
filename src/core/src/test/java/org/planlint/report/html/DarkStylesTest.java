package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the dark pages are asked for their contrasts alone: nothing but the named colours may change there. */
class DarkStylesTest {
    private static final Pattern DARK =
            Pattern.compile("@media[^{]*prefers-color-scheme: dark\\) *\\{((?:[^{}]*\\{[^{}]*\\})*)\\s*\\}");
    private static final Pattern COLOURS = Pattern.compile("(?:[^{}]+\\{(?:\\s*--[a-z-]+:[^;{}]+;)*\\s*\\}\\s*)+");

    @ParameterizedTest
    @ValueSource(strings = {"report.css", "audit.css"})
    void changeNothingButColours(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream(name)) {
            Matcher dark = DARK.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertTrue(dark.find(), name);
            do {
                assertTrue(COLOURS.matcher(dark.group(1)).matches(), dark.group());
            } while (dark.find());
        }
    }
}
