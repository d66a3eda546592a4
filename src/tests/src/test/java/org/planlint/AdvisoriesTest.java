package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bill of materials against {@code advisories.tsv}: nothing is bundled in a version that is known to be weak. */
class AdvisoriesTest {
    private record Advisory(String id, String library, Version from, Version before) {
        boolean isAbout(String version) {
            Version it = Version.parse(version);
            return it.compareTo(from) >= 0 && it.compareTo(before) < 0;
        }
    }

    private static List<Advisory> advisories() throws Exception {
        List<Advisory> found = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/tests/src/test/advisories.tsv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t");
                assertEquals(5, cells.length, line);
                found.add(new Advisory(cells[0], cells[1], Version.parse(cells[2]), Version.parse(cells[3])));
            }
        }
        return found;
    }

    @Test
    void nothingKnownToBeWeakIsBundled() throws Exception {
        Map<String, String> bundled = NoticeTest.bundled();
        Map<String, String> weak = new TreeMap<>();
        int asked = 0;
        for (Advisory advisory : advisories()) {
            String version = bundled.get(advisory.library());
            asked += version == null ? 0 : 1;
            if (version != null && advisory.isAbout(version)) {
                weak.put(advisory.library() + " " + version, advisory.id());
            }
        }
        assertEquals(Map.of(), weak);
        assertFalse(asked == 0, "advisories about nothing that is bundled");
    }

    @Test
    void versionsAreComparedAsTheyAreCounted() throws Exception {
        Advisory tika = advisories().stream()
                .filter(a -> a.id().equals("CVE-2025-66516"))
                .findFirst()
                .orElseThrow();
        assertTrue(tika.isAbout("3.2.1"));
        assertTrue(tika.isAbout("1.13"));
        assertFalse(tika.isAbout("3.2.2"));
        assertFalse(tika.isAbout("3.10.0"));
        assertFalse(tika.isAbout("1.9"));
    }
}
