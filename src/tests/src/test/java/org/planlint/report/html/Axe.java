package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether who sees little, hears the page, or has only a keyboard can use what the browser shows: axe-core, all its rules. */
final class Axe {
    private static final String RUN = "var done = arguments[arguments.length - 1];"
            + "var rules = arguments[0] ? {runOnly: {type: 'rule', values: arguments[0]}} : {};"
            + "axe.run(document, Object.assign({resultTypes: ['violations']}, rules)).then(function (found) {"
            + "  done(found.violations.map(function (v) {"
            + "    return v.id + ': ' + v.nodes.slice(0, 5).map(function (n) {"
            + "      return n.target.join(' ') + ' (' + n.failureSummary + ')'; }).join('; '); })); });";

    /** What a dark page may break that it keeps by daylight: our styles change nothing but colours there. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private final String axe;

    Axe() throws IOException {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** In daylight and in the dark, wide and on a phone. */
    void assertNothingFound(String page, ChromeDriver browser) {
        browser.executeScript(axe);
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(1440, 390)) {
                browser.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
                List<String> rules = scheme.equals("dark") ? OF_COLOURS : null;
                assertEquals(List.of(), browser.executeAsyncScript(RUN, rules), page + ", " + scheme + ", " + width);
                Number over = (Number) browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
                assertEquals(0, over.intValue(), page + " is wider than " + width);
            }
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }
}
