package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.Ocr;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ocr.PageCache;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.ocr.Tesseract;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Status;
import org.planlint.rules.RuleBase;
import org.planlint.samples.Scan.Mark;
import org.planlint.samples.ScanScore.Field;
import org.planlint.text.Capability;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Sample plans that were printed, written on, stamped and scanned are read as what they were typed as, within the floors of
 * {@code scans/aims.yaml}. {@code -Dscans=all} reads every plan by every machine, and faults planted in sound plans.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
@StartsPrograms
@TakesLong
class ScansTest {
    private static final Path DATA = Path.of("src/core/src/test/scans");
    private static final String MISSING_NUMBER = "missing-number";
    private static final String MISSING_DATE = "missing-issue-date";

    @TempDir
    private static Path folder;

    private final PlanLint planlint = PlanLint.builder()
            .jobs(Runtime.getRuntime().availableProcessors())
            .recognition(recognition())
            .timeout(Duration.ofMinutes(10))
            .build();

    /** What it read is kept in the folder {@code -Dpages} for the next run, if that is given. */
    static PageRecognition recognition() {
        String pages = System.getProperty("pages");
        return new PageRecognition(
                Tesseract::find, pages == null ? null : new PageCache(Path.of(pages)), Ocr.MOST_PAGES, 1);
    }

    static boolean all() {
        return "all".equals(System.getProperty("scans"));
    }

    @Test
    void scansAreReadAsWhatWasTyped() throws IOException, InterruptedException {
        Programs.requireTesseract();
        Map<Field, ScanScore.Aim> aims = ScanScore.aims(DATA.resolve("aims.yaml"));
        ScanScore score = score(cases());
        System.out.println(score.table(aims) + score.misses());
        assertEquals(List.of(), score.below(aims), score::misses);
    }

    @Test
    void everyPlanIsReadFromEveryMachine() throws IOException, InterruptedException {
        assumeTrue(all(), "-Dscans=all");
        Programs.requireTesseract();
        for (Scanner by : Scanner.values()) {
            List<Scan> scans = new ArrayList<>();
            for (SamplePlan plan : SamplePlan.all()) {
                if (plan.formats().contains("pdf")) {
                    int i = scans.size();
                    Set<Mark> marks = EnumSet.of(Mark.SIGNED);
                    marks.addAll(i % 3 == 0 ? Set.of() : Set.of(Mark.HAND_DAY, Mark.HAND_NUMBER));
                    marks.addAll(i % 2 == 0 ? Set.of() : Set.of(Mark.STAMPED));
                    scans.add(new Scan(plan.name(), by, ScanFile.PDF, (i % 7 - 3) * 0.35, 0, marks, 0));
                }
            }
            ScanScore score = score(scans);
            System.out.println(by + "\n" + score.table(Map.of()) + score.misses() + "\n");
        }
    }

    @Test
    void faultsPlantedInSoundPlansAreFoundInScans() throws IOException, InterruptedException {
        assumeTrue(all(), "-Dscans=all");
        Programs.requireTesseract();
        List<Mutants.Mutant> mutants = Mutants.all().stream()
                .filter(mutant -> mutant.format().equals("pdf") && mutant.inTurn() && isAsked(mutant.rule()))
                .toList();
        ScanScore score = new ScanScore();
        List<Path> scans = new ArrayList<>();
        for (Mutants.Mutant mutant : mutants) {
            Scanner by = Scanner.values()[scans.size() % Scanner.values().length];
            Scan scan = new Scan(mutant.name(), by, ScanFile.PDF, 0.3, 0, Set.of(Mark.SIGNED), 0);
            scans.add(scan.write(mutant.write(folder), name(mutant.plan()), folder));
        }
        List<DocumentReport> reports = planlint.check(scans).documents();
        for (int i = 0; i < mutants.size(); i++) {
            Mutants.Mutant mutant = mutants.get(i);
            Set<String> fired = rules(reports.get(i));
            score.file(mutant.name());
            score.count(Field.PLANTED, fired.contains(mutant.rule()), mutant.rule(), fired);
            score.falseWarnings(
                    reports.get(i), List.of(mutant.rule(), mutant.also() == null ? mutant.rule() : mutant.also()));
        }
        System.out.println(score.table(Map.of()) + score.misses());
    }

    @Test
    void theSameOrderGivesTheSameBytes() throws IOException {
        Scan scan = new Scan(
                "02-toa-dam-nam-cu",
                Scanner.LOW150,
                ScanFile.PNG,
                0.4,
                0,
                Set.of(Mark.HAND_NUMBER, Mark.STAMPED, Mark.SIGNED),
                0);
        byte[] once = Files.readAllBytes(scan.write(typed(scan), "Tôn Nữ Mỹ Duyên", folder));
        assertArrayEquals(once, Files.readAllBytes(scan.write(typed(scan), "Tôn Nữ Mỹ Duyên", folder)));
    }

    private static List<Scan> cases() throws IOException {
        List<?> list = (List<?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(DATA.resolve("scans.yaml")));
        return list.stream().map(map -> Scan.of((Map<?, ?>) map)).toList();
    }

    private static Path typed(Scan scan) {
        return Path.of("samples", scan.plan() + ".pdf");
    }

    private ScanScore score(List<Scan> scans) throws IOException {
        Map<String, SamplePlan> plans =
                SamplePlan.all().stream().collect(Collectors.toMap(SamplePlan::name, plan -> plan));
        ScanScore score = new ScanScore();
        List<Path> files = new ArrayList<>();
        for (Scan scan : scans) {
            files.add(scan.write(typed(scan), name(plans.get(scan.plan())), folder));
        }
        List<Examination> read = new ArrayList<>();
        planlint.examine(files, read::add);
        for (int i = 0; i < scans.size(); i++) {
            score.file(scans.get(i).name());
            score(score, scans.get(i), plans.get(scans.get(i).plan()), read.get(i));
        }
        return score;
    }

    private void score(ScanScore score, Scan scan, SamplePlan plan, Examination read) {
        Examination typed = planlint.examine(typed(scan));
        ScanFields truth = ScanFields.of(typed.understanding());
        ScanFields fields = ScanFields.of(read.understanding());
        Set<String> fired = rules(read.report());
        boolean checked = read.report().status() == Status.CHECKED;
        score.count(Field.CHECKED, checked, Status.CHECKED, read.report().status());
        score.head(truth, fields);
        score.body(truth, fields);

        List<String> planted = new ArrayList<>();
        plan.expect().forEach(expected -> planted.add(expected.rule()));
        if (scan.marks().contains(Mark.HAND_NUMBER)) {
            planted.remove(MISSING_NUMBER);
            score.count(Field.HAND, fields.number() == null, "number by hand", fields.number());
            score.count(Field.HAND_PRESENT, !fired.contains(MISSING_NUMBER), "number by hand", MISSING_NUMBER);
        } else if (scan.marks().contains(Mark.BLANK_NUMBER)) {
            planted.remove(MISSING_NUMBER);
            score.count(Field.BLANK, fired.contains(MISSING_NUMBER), "number blank", fields.number());
        } else {
            score.number(truth, fields);
        }
        if (scan.marks().contains(Mark.HAND_DAY)) {
            planted.remove(MISSING_DATE);
            score.count(Field.HAND, fields.date().day() == null, "day by hand", fields.date());
            score.count(Field.HAND_PRESENT, !fired.contains(MISSING_DATE), "day by hand", MISSING_DATE);
        } else if (scan.marks().contains(Mark.BLANK_DAY)) {
            planted.remove(MISSING_DATE);
            score.count(Field.BLANK, fired.contains(MISSING_DATE), "day blank", fields.date());
        } else {
            score.day(truth.date(), fields.date());
        }
        planted.removeIf(rule -> !isAsked(rule));
        List<String> found = new ArrayList<>();
        read.report().findings().stream().map(Finding::rule).forEach(found::add);
        for (String rule : planted) {
            score.count(Field.PLANTED, found.remove(rule), rule, fired);
        }
        Collection<String> may = rules(typed.report());
        if (scan.marks().contains(Mark.BLANK_NUMBER)) {
            may.add(MISSING_NUMBER);
        }
        if (scan.marks().contains(Mark.BLANK_DAY)) {
            may.add(MISSING_DATE);
        }
        score.falseWarnings(read.report(), may);
    }

    /** Whether a rule is asked of recognised text. */
    private static boolean isAsked(String rule) {
        return !RuleBase.shipped().page(rule).needs().contains(Capability.TYPED_TEXT);
    }

    private static Set<String> rules(DocumentReport report) {
        return report.findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    /** Whose name stands under the first signature. */
    private static String name(SamplePlan plan) {
        List<String> lines = (plan.cover() == null ? plan : plan.cover()).signature();
        return lines.isEmpty() || lines.get(lines.size() - 1).isBlank() ? null : lines.get(lines.size() - 1);
    }
}
