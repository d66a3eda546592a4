package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code NOTICE} against the bill of materials that the build makes of the program. */
class NoticeTest {
    private static final Path BILL = Path.of("src/cli/target/planlint.cdx.json");

    @Test
    void allThatIsBundledIsNamed() throws Exception {
        String notice = Files.readString(Path.of("NOTICE"));
        List<String> missing = new ArrayList<>();
        for (String library : bundled().keySet()) {
            String[] names = library.split(":");
            Pattern line = Pattern.compile(
                    "(?m)^  " + Pattern.quote(names[0]) + ": (?:.*, )?" + Pattern.quote(names[1]) + "(?:,|$)");
            if (!line.matcher(notice).find()) {
                missing.add(library);
            }
        }
        assertEquals(List.of(), missing, "libraries that NOTICE does not name");
    }

    /** Versions of what the program bundles and we have not made, by {@code group:name}. */
    static Map<String, String> bundled() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        for (JsonElement element :
                JsonParser.parseString(Files.readString(BILL)).getAsJsonObject().getAsJsonArray("components")) {
            JsonObject component = element.getAsJsonObject();
            String group = component.get("group").getAsString();
            if (!group.equals("org.planlint")) {
                versions.put(
                        group + ":" + component.get("name").getAsString(),
                        component.get("version").getAsString());
            }
        }
        assertFalse(versions.isEmpty(), "a bill without components");
        return versions;
    }

    /** What libraries ask to be told is in the program, beside its own notice. */
    @Test
    void theirNoticesAndLicencesAreInTheProgram() throws IOException {
        try (JarFile program = new JarFile("src/cli/target/planlint.jar")) {
            assertTrue(text(program, "NOTICE").contains("The PlanLint authors"));
            assertTrue(text(program, "LICENSE").contains("Apache License"));
            String notices = text(program, "META-INF/NOTICE") + text(program, "META-INF/NOTICE.txt");
            for (String library : List.of("Apache PDFBox", "Apache POI", "Apache Tika", "Apache Commons Compress")) {
                assertTrue(notices.contains(library), library);
            }
        }
    }

    private static String text(JarFile program, String name) throws IOException {
        try (InputStream in = program.getInputStream(program.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
