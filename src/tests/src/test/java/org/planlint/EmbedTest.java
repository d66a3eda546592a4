package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.samples.StartsPrograms;

/** The ten lines of {@code docs/embed.md}, as a Java developer has them: compiled and run against the checker alone. */
class EmbedTest {
    private static final Path GUIDE = Path.of("docs/embed.md");
    /** The checker and what it brings along, as the build has gathered it for the plugin. */
    private static final Path LIBRARIES = Path.of("src/plugin/target/lib");

    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    Path folder;

    private static List<Path> checker() throws Exception {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            return jars.filter(jar -> !jar.getFileName().toString().startsWith("planlint-workers"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @StartsPrograms
    void theTenLinesPrintWhatTheCheckerFinds() throws Exception {
        Matcher program = PROGRAM.matcher(Files.readString(GUIDE));
        assertTrue(program.find());
        Path source = Files.writeString(folder.resolve("Embed.java"), program.group(1));
        String classPath = checker().stream()
                .map(jar -> jar.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, "-d", folder.toString(), "-cp", classPath, source.toString()));
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        folder + File.pathSeparator + classPath,
                        "Embed",
                        FAULTY.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        List<String> printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, run.waitFor(), Files.readString(folder.resolve("err")));
        List<Finding> findings = PlanLint.builder().build().check(FAULTY).findings();
        assertFalse(findings.isEmpty());
        assertEquals(
                findings.stream()
                        .map(f -> f.rule() + "  " + f.message().in(Language.VI))
                        .toList(),
                printed);
    }

    @Test
    void anEmbedderGetsNoServerNoDatabaseNoConnectorAndNoCompiler() throws Exception {
        for (Path jar : checker()) {
            String name = jar.getFileName().toString();
            assertFalse(
                    name.matches(
                            "(?:javalin|jetty|h2|jdbi|HikariCP|flyway|postgresql|chemistry|activemq|picocli|ecj|javaparser|icu4j|bc).*"),
                    name);
        }
    }
}
