package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.annotate.SearchablePdf;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint read}: writes what was recognised of a scan behind its pictures, as archives keep it. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Nhận dạng bản quét và ghi thành pdf hai lớp, tìm kiếm được. / Recognises a scan and writes it as a searchable pdf of two layers.")
final class ReadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Bản quét; không bị sửa. / A scan; it is not touched.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "COPY",
            required = true,
            description = "Bản pdf hai lớp; PDF/A-2b khi có thể. / The pdf of two layers; PDF/A-2b where it can be.")
    private Path output;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        CopyOf copyOf = new CopyOf(file, output, engines, spec);
        if (copyOf.isTaken()) {
            return Main.USAGE;
        }
        Examination examination = copyOf.examination();
        if (examination.report().error() != null) {
            return Unread.tell(spec, file, examination.report().error());
        }
        PlanLint engine = engines.engine(file);
        Optional<SearchablePdf.Copy> copy;
        try {
            copy = engine.searchable(examination);
        } catch (ReadFailure e) {
            Spoken.warn(spec, file + ": không ghi được bản hai lớp / cannot be written as two layers");
            return Main.INCOMPLETE;
        }
        if (copy.isEmpty()) {
            Spoken.warn(spec, file + ": không có trang nào phải nhận dạng / no page of it had to be recognised");
            return Main.INCOMPLETE;
        }
        Files.write(output, copy.get().bytes());
        int pages = copy.get().pages();
        boolean archival = copy.get().obstacles().isEmpty();
        Spoken.say(
                spec,
                output + ": " + pages + " trang đã nhận dạng; " + (archival ? "" : "chưa phải ") + "PDF/A-2b / " + pages
                        + " pages recognised; " + (archival ? "" : "not ") + "PDF/A-2b");
        copy.get().obstacles().forEach(obstacle -> Spoken.say(spec, words(obstacle)));
        if (!examination.understanding().document().signatures().isEmpty()) {
            Spoken.say(
                    spec,
                    "  - chữ ký số chỉ có giá trị trên tệp gốc /   - digital signatures hold for the file itself alone");
        }
        return 0;
    }

    private static String words(SearchablePdf.Obstacle obstacle) {
        return switch (obstacle) {
            case MORE_THAN_PICTURES ->
                "  - có trang không chỉ là ảnh; phông và hình của tệp giữ nguyên /   - some page shows more than pictures; fonts and graphics of the file stay";
            case ANNOTATIONS ->
                "  - có ghi chú, trường hoặc chữ ký trên trang /   - there are notes, fields or signatures on pages";
            case ATTACHMENTS_OR_LAYERS ->
                "  - có tệp đính kèm hoặc lớp bật tắt được /   - there are attached files or layers that can be switched off";
        };
    }
}
