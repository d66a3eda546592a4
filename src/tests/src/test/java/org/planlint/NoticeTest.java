package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code NOTICE} against the bill of materials that the build makes of the program. */
class NoticeTest {
    private static final Path BILL = Path.of("src/cli/target/planlint.cdx.json");

    @Test
    void allThatIsBundledIsNamed() throws Exception {
        String notice = Files.readString(Path.of("NOTICE"));
        List<String> missing = new ArrayList<>();
        int bundled = 0;
        for (JsonElement element :
                JsonParser.parseString(Files.readString(BILL)).getAsJsonObject().getAsJsonArray("components")) {
            JsonObject component = element.getAsJsonObject();
            String group = component.get("group").getAsString();
            String name = component.get("name").getAsString();
            if (group.equals("org.planlint")) {
                continue;
            }
            bundled++;
            Pattern line =
                    Pattern.compile("(?m)^  " + Pattern.quote(group) + ": (?:.*, )?" + Pattern.quote(name) + "(?:,|$)");
            if (!line.matcher(notice).find()) {
                missing.add(group + ": " + name);
            }
        }
        assertFalse(bundled == 0, "a bill without components");
        assertEquals(List.of(), missing, "libraries that NOTICE does not name");
    }
}
