package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of pages holds the same bytes for the same pages, whichever run of the build writes it. */
class PageIndexTest {
    private static final List<String> NAMES =
            IntStream.range(0, 16).mapToObj(i -> "n" + i * 7 % 16).toList();

    @TempDir
    Path folder;

    /** Sixteen names in the page's order by chance: once in 16! runs. */
    @Test
    void whatAPageNamesStandsInThePagesOrder() throws IOException {
        Path family = Files.createDirectories(folder.resolve("rules/own"));
        Files.writeString(family.resolve("no-autumn.drl"), "");
        Files.writeString(family.resolve("no-autumn.md"), """
                ---
                severity: info
                since: "1"
                cites: {vi: a, en: b}
                title: {vi: a, en: b}
                message: {vi: a, en: b}
                advice: {vi: a, en: b}
                details: {%s}
                parameters: {%s}
                ---
                """.formatted(
                        NAMES.stream().map(n -> n + ": {vi: a, en: b}").collect(Collectors.joining(", ")),
                        NAMES.stream().map(n -> n + ": 1").collect(Collectors.joining(", "))));
        Path index = folder.resolve("out/index.json");
        PageIndex.main(new String[] {folder.resolve("rules").toString(), index.toString()});
        JsonObject page = new Gson()
                .fromJson(Files.readString(index), JsonObject.class)
                .getAsJsonArray("pages")
                .get(0)
                .getAsJsonObject();
        assertEquals(NAMES, List.copyOf(page.getAsJsonObject("details").keySet()));
        assertEquals(NAMES, List.copyOf(page.getAsJsonObject("parameters").keySet()));
    }
}
