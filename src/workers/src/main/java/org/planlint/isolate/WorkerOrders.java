package org.planlint.isolate;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.planlint.Ocr;
import org.planlint.config.Configurations;
import org.planlint.config.Recognition;
import org.planlint.facts.Stage;
import org.planlint.report.Language;
import org.planlint.rules.Profile;

/**
 * By what a worker judges, told when it is started.
 *
 * @param config   the configuration of all files, or null for the nearest of each
 * @param noConfig whether none is looked for
 * @param packs    folders of an office's own rules
 * @param only     the part of the rules that is asked, or null for what the configuration says
 * @param asOf     the day whose law binds, as {@code 2026-11-21}, or null
 * @param stage    of every plan, or null
 * @param maxBytes the largest file that is opened
 * @param trust    the folder of trusted authorities, or null
 * @param records  the list of records of files, or null
 * @param ocr      whether pages that are pictures are read, or null for what the configuration says
 * @param ocrPages the most of one file, or null for what it says
 * @param ocrCache where what is recognised of them is kept, or null
 * @param readings where what is read of files is kept, or null
 * @param pages    where the page of each document is written, or null
 * @param language of these pages
 */
public record WorkerOrders(
        String config,
        boolean noConfig,
        List<String> packs,
        Profile only,
        String asOf,
        Stage stage,
        long maxBytes,
        String trust,
        String records,
        Recognition ocr,
        Integer ocrPages,
        String ocrCache,
        String readings,
        String pages,
        Language language) {
    private static final Gson GSON = new Gson();

    public WorkerOrders {
        packs = List.copyOf(packs);
    }

    /** The shipped rules as their pages say, whatever configuration lies about. */
    public static final WorkerOrders SHIPPED_RULES = new WorkerOrders(
            null, true, List.of(), null, null, null, 100L << 20, null, null, null, null, null, null, null, Language.VI);

    /** Those that judge as is asked for. */
    public static WorkerOrders of(
            Configurations.Choice rules,
            LocalDate asOf,
            Stage stage,
            long maxBytes,
            Path trust,
            Path records,
            Ocr ocr) {
        return new WorkerOrders(
                rules.file() == null ? null : rules.file().toString(),
                rules.ignored(),
                rules.packs().stream().map(Path::toString).toList(),
                rules.only(),
                asOf == null ? null : asOf.toString(),
                stage,
                maxBytes,
                trust == null ? null : trust.toString(),
                records == null ? null : records.toString(),
                ocr.mode(),
                ocr.pages(),
                ocr.cache() == null ? null : ocr.cache().toAbsolutePath().toString(),
                null,
                null,
                Language.VI);
    }

    /** The same for an audit, which keeps what is read and recognised, and shows each document on a page. */
    public WorkerOrders keeping(Path readings, Path pages, Language language) {
        return new WorkerOrders(
                config,
                noConfig,
                packs,
                only,
                asOf,
                stage,
                maxBytes,
                trust,
                records,
                ocr,
                ocrPages,
                ocrCache != null
                        ? ocrCache
                        : readings.resolveSibling("pages").toAbsolutePath().toString(),
                readings.toAbsolutePath().toString(),
                pages.toAbsolutePath().toString(),
                language);
    }

    /** A page at a time: there are as many workers as may be busy. */
    Ocr recognition() {
        return new Ocr(ocr, ocrPages, ocrCache == null ? null : Path.of(ocrCache), 1);
    }

    Configurations.Choice rules() {
        return new Configurations.Choice(
                config == null ? null : Path.of(config),
                noConfig,
                packs.stream().map(Path::of).toList(),
                only);
    }

    /**
     * The worker's main class and what it is told, in letters that every command line keeps: on Windows one loses quotes and all that its
     * code page lacks.
     */
    public List<String> program() {
        byte[] json = GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
        return List.of(
                WorkerMain.class.getName(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(json));
    }

    static WorkerOrders parse(String argument) {
        return GSON.fromJson(
                new String(Base64.getUrlDecoder().decode(argument), StandardCharsets.UTF_8), WorkerOrders.class);
    }
}
