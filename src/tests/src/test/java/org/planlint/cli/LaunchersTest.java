package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.samples.StartsPrograms;

/** What can be told of the launcher for Windows on another system: it does as the other one. */
class LaunchersTest {
    private static final Path SHELL = Path.of("planlint");
    private static final Path WINDOWS = Path.of("planlint.cmd");

    /** What is told to the JVM or to Maven, and other words that both must hold. */
    private static Set<String> all(Path launcher, String pattern) throws IOException {
        // The names of variables, and how folders are parted, are each system's own.
        String text = Files.readString(launcher, StandardCharsets.UTF_8)
                .replaceAll("\"?%([A-Z_]+)%\"?", "\\$$1")
                .replaceAll("\"?\\$\\{?([A-Za-z_]+)\\}?\"?", "\\$$1")
                .replace('\\', '/')
                .toLowerCase(java.util.Locale.ROOT);
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-xx:[^ \"\r\n]+",
                "-x(mx|share|log)[^ \"\r\n]*",
                "-dplanlint[^ \"\r\n]+",
                "mvn -b .*clean package",
                "src/cli/target",
                "planlint\\.js?a[r]?",
                "samples/01-",
                "cache/finished\\.json",
                "planlint_heap",
                "serve[ |]+connect[ |]+icap[ |]+watch",
            })
    void bothTellTheSame(String pattern) throws IOException {
        Set<String> shell = all(SHELL, pattern);
        assertTrue(!shell.isEmpty(), pattern);
        assertEquals(plain(shell), plain(all(WINDOWS, pattern)));
    }

    private static Set<String> plain(Set<String> words) {
        Set<String> plain = new TreeSet<>();
        words.forEach(word -> plain.add(word.replaceAll("[ |]+", " ")));
        return plain;
    }

    /** The command interpreter finds labels only behind CRLF, and reads the file in whatever code page there is. */
    @ParameterizedTest
    @ValueSource(strings = {"planlint.cmd", "src/cli/src/dist/planlint.cmd", "src/cli/src/dist/send-to.cmd"})
    void windowsCanReadIt(String file) throws IOException {
        String text = Files.readString(Path.of(file), StandardCharsets.US_ASCII);
        assertTrue(text.chars().allMatch(c -> c < 128));
        assertEquals(text, text.replace("\r\n", "\n").replace("\r", "").replace("\n", "\r\n"));
        assertTrue(Files.readString(Path.of(".gitattributes")).contains("*.cmd -text"));
        Matcher jump = Pattern.compile("goto (\\w+)").matcher(text);
        while (jump.find()) {
            assertTrue(text.contains("\r\n:" + jump.group(1) + "\r\n"), jump.group(1));
        }
    }

    /** Java reads the words from the environment; the archive is made without them. */
    @Test
    void namesReachJavaWhole() throws IOException {
        String text = Files.readString(WINDOWS, StandardCharsets.US_ASCII);
        int line = text.indexOf("\r\nset " + WindowsArguments.VARIABLE + "=%*\r\n");
        assertTrue(line > text.indexOf("ArchiveClassesAtExit"));
        assertTrue(text.indexOf("set \"" + WindowsArguments.VARIABLE + "=\"") < text.indexOf("ArchiveClassesAtExit"));
        assertEquals(-1, text.substring(line + 10).indexOf("%*", "set PLANLINT_ARGUMENTS=%*".length()));
        assertTrue(text.indexOf("chcp 65001") > 0 && text.indexOf("chcp 65001") < line);
        assertTrue(text.indexOf("chcp %CODE_PAGE%") > line);
    }

    /** What the JVM ends with where memory is out. */
    @Test
    void bothBeginAnAuditAgainWithTwiceTheMemory() throws IOException {
        assertTrue(Files.readString(SHELL).contains("[ \"$code\" -eq 3 ] || exit \"$code\"\n    heap=$((heap * 2))"));
        assertTrue(Files.readString(WINDOWS).contains("if not \"%CODE%\"==\"3\" goto end\r\nset /a HEAP*=2\r\n"));
    }

    /** A Java that only makes the archive it is told to, and says so. */
    private static final String JAVA = """
            #!/bin/sh
            for word; do
              case $word in -XX:ArchiveClassesAtExit=*) echo made >> "${0%/*}/made"; : > "${word#*=}" ;; esac
            done
            """;

    @Test
    @StartsPrograms
    @DisabledOnOs(OS.WINDOWS)
    void anArchiveOfAnOlderProgramIsMadeAnew(@TempDir Path home) throws Exception {
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertTrue(java.toFile().setExecutable(true));
        Files.copy(SHELL, home.resolve("planlint"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectory(home.resolve("samples"));
        Path built = Files.createDirectories(home.resolve("src/cli/target"));
        Path jar = Files.createFile(built.resolve("planlint.jar"));
        FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(Files.createFile(built.resolve("planlint.jsa")), before);
        for (int start = 0; start < 2; start++) {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
            ProcessBuilder launcher =
                    new ProcessBuilder(home.resolve("planlint").toString(), "check", "x.docx");
            launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
            assertEquals(
                    0,
                    launcher.redirectErrorStream(true)
                            .redirectOutput(home.resolve("said").toFile())
                            .start()
                            .waitFor());
        }
        assertEquals("made\n", Files.readString(home.resolve("jdk/bin/made")));
    }
}
