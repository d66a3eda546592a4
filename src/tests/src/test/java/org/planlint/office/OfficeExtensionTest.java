package org.planlint.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.Built;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.planlint.serve.Service;
import org.planlint.store.Store;

/** The extension in a Writer of its own: what is wrong becomes comments at the words, which it takes away again. */
@StartsPrograms
class OfficeExtensionTest {
    private static final List<String> STALE = List.of("ngày 11 tháng 4 năm 2023", "ngày 18 tháng 4 năm 2023");
    /** Nobody listens there: the program in the extension is asked. */
    private static final String NO_SERVICE = "http://127.0.0.1:9";

    @TempDir
    Path folder;

    @Test
    void theProgramInItChecksAnOpenDocx() throws Exception {
        assertCommented(run(NO_SERVICE, "samples/02-toa-dam-nam-cu.docx"));
    }

    @Test
    void theServiceOfThisMachineChecksAnOpenOdt() throws Exception {
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
                Service service = new Service(
                        new Service.Settings(
                                "127.0.0.1",
                                0,
                                folder,
                                2 << 20,
                                Duration.ofMinutes(1),
                                8,
                                8,
                                Severity.ERROR,
                                Policy.OPEN,
                                Language.VI),
                        PlanLint.builder().build(),
                        TestWorkers.shared(),
                        store,
                        new Alarm(new PrintWriter(System.err), null))) {
            assertCommented(run("http://127.0.0.1:" + service.start(), "samples/02-toa-dam-nam-cu.odt"));
        }
    }

    private static void assertCommented(JsonObject said) {
        List<JsonArray> written = comments(said, "written");
        for (String words : STALE) {
            assertTrue(
                    written.stream()
                            .anyMatch(c -> c.get(0).getAsString().equals("PlanLint")
                                    && c.get(1).getAsString().equals(words)
                                    && c.get(2).getAsString().startsWith("LỖI · event-year\n")),
                    said.toString());
        }
        assertEquals(
                List.of("Trưởng phòng"),
                comments(said, "left").stream().map(c -> c.get(0).getAsString()).toList(),
                "somebody's own comment stays, and no other");
    }

    private static List<JsonArray> comments(JsonObject said, String when) {
        return StreamSupport.stream(said.getAsJsonArray(when).spliterator(), false)
                .map(JsonElement::getAsJsonArray)
                .toList();
    }

    /** Installs the extension for one run of Writer alone, opens the file there, checks it and clears the comments. */
    private JsonObject run(String service, String file) throws IOException, InterruptedException {
        String soffice = Programs.require("soffice").toString();
        String unopkg = Programs.require("unopkg").toString();
        String python = python();
        List<String> own = List.of(
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "-env:UNO_SHARED_PACKAGES="
                        + Files.createDirectories(folder.resolve("packages")).toUri(),
                "-env:UNO_SHARED_PACKAGES_CACHE="
                        + folder.resolve("packages/cache").toUri());
        // Shared, since as root it installs for no user; the folder is this run's all the same.
        said(builder(
                own,
                unopkg,
                "add",
                "--shared",
                "-f",
                "--suppress-license",
                Built.OFFICE.toAbsolutePath().toString()));
        String pipe = "planlint-" + ProcessHandle.current().pid();
        ProcessBuilder writer =
                builder(own, soffice, "--headless", "--norestore", "--nologo", "--accept=pipe,name=" + pipe + ";urp");
        writer.environment().put("PLANLINT_URL", service);
        writer.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process office = writer.redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            Path open = Files.copy(
                    Path.of(file), folder.resolve(Path.of(file).getFileName().toString()));
            String answer = said(new ProcessBuilder(
                    python, "src/tests/src/test/resources/org/planlint/office/drive.py", pipe, open.toString()));
            return JsonParser.parseString(answer.lines().findFirst().orElseThrow())
                    .getAsJsonObject();
        } finally {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly().waitFor();
        }
    }

    private static ProcessBuilder builder(List<String> own, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(own);
        return new ProcessBuilder(all);
    }

    private static String said(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command.command() + "\n" + said);
        return said;
    }

    /** The Python that the office's bridge is made for. */
    private static String python() throws IOException, InterruptedException {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            try {
                if (new ProcessBuilder(candidate, "-c", "import uno").start().waitFor() == 0) {
                    return candidate;
                }
            } catch (IOException e) {
                // Not there: the next one.
            }
        }
        assumeTrue(false, "no Python knows LibreOffice; the package is python3-uno");
        return null;
    }
}
