package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.cli.Commands.Run;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.Checker;
import org.planlint.report.Language;
import org.planlint.samples.StartsPrograms;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A folder into which documents are put, in whatever way. */
class FolderWatchTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    private FolderWatch watch;
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void begin() {
        EngineOptions engines = new EngineOptions();
        CommandSpec spec = CommandSpec.create().addMixin("engines", CommandSpec.forAnnotatedObject(engines));
        new CommandLine(spec).parseArgs();
        watch = new FolderWatch(folder, engines, Checker.here(), Language.EN);
    }

    private List<String> look() throws IOException, ConfigurationError {
        written.clear();
        watch.look(
                report -> written.add(folder.relativize(Path.of(report.path())).toString()));
        return List.copyOf(written);
    }

    @Test
    void aDocumentIsCheckedWhenItIsStillAndOnlyOnce() throws Exception {
        Path plan = folder.resolve("a.docx");
        byte[] bytes = Files.readAllBytes(FAULTY);
        Files.write(plan, java.util.Arrays.copyOf(bytes, 1000));
        assertEquals(List.of(), look(), "it has just come");
        Files.write(plan, bytes);
        assertEquals(List.of(), look(), "it is still being written");
        assertEquals(List.of("a.docx"), look());
        assertTrue(Files.readString(folder.resolve("a.docx.planlint.html")).contains("event-year"));
        assertTrue(Files.readString(folder.resolve("a.docx.planlint.json")).contains("planlint-report/1"));
        assertEquals(List.of(), look(), "once");
        Files.write(plan, Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx")));
        look();
        assertEquals(List.of("a.docx"), look(), "it has changed");
        Files.delete(folder.resolve("a.docx.planlint.json"));
        begin();
        look();
        assertEquals(List.of("a.docx"), look(), "its report was taken away");
    }

    @Test
    void whatWasDoneIsKnownAfterARestartAndNothingOfItsOwnIsChecked() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Files.copy(FAULTY, folder.resolve("sub/b.docx"));
        Files.write(folder.resolve("~$b.docx"), new byte[5]);
        Files.write(folder.resolve(".an.docx"), new byte[5]);
        Files.write(folder.resolve("rong.pdf"), new byte[0]);
        look();
        assertEquals(List.of("rong.pdf", "sub/b.docx"), look(), "a file that cannot be read has its report too");
        begin();
        look();
        assertEquals(List.of(), look());
        Run check = Commands.run("check", folder.toString(), "-f", "csv");
        assertTrue(!check.out().contains("planlint.html"), check.out());
        Files.setLastModifiedTime(folder.resolve("sub/b.docx"), java.nio.file.attribute.FileTime.fromMillis(0));
        look();
        assertEquals(List.of(), look(), "another time is not another content");
    }

    @Test
    @StartsPrograms
    void theCommandChecksWhatThereIs() throws Exception {
        Files.copy(FAULTY, folder.resolve("b.docx"));
        Run run = Commands.run("watch", "--once", "--every", "50", folder.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals("chưa đạt  " + folder.resolve("b.docx"), run.out().strip());
        assertEquals(
                2, Commands.run("watch", folder.resolve("b.docx").toString()).code());
    }
}
