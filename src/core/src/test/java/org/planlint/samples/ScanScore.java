package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.planlint.facts.PartialDate;
import org.planlint.report.DocumentReport;
import org.planlint.report.Severity;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** How well scans were read, field by field. */
final class ScanScore {
    /** What is counted; in percent but for the last two. */
    enum Field {
        CHECKED("files checked"),
        TYPE("type"),
        SYMBOL("symbol"),
        PLACE("place"),
        MONTH("month of issue"),
        YEAR("year of issue"),
        NUMBER("typed number"),
        DAY("typed day"),
        AGENCY("agency"),
        SIGNER("signer, without marks"),
        POSITION("position"),
        HAND("handwritten number or day given no value"),
        HAND_PRESENT("handwritten number or day not said to be missing"),
        BLANK("blank number or day found"),
        SECTIONS("sections, F1"),
        DATES("dates, F1"),
        TIMES("agenda times, F1"),
        PLANTED("planted faults found"),
        WORDS("words read"),
        LETTERS("letters read"),
        FALSE_WARNINGS("false errors and warnings a document");

        private final String words;

        Field(String words) {
            this.words = words;
        }

        private boolean isShare() {
            return this != FALSE_WARNINGS;
        }
    }

    /** @param floor what it must not fall below, or for false warnings not exceed */
    record Aim(double aim, double floor) {}

    private static final class Tally {
        private double right;
        private double of;
    }

    private final Map<Field, Tally> tallies = new EnumMap<>(Field.class);
    private final List<String> misses = new ArrayList<>();
    private String file;

    /** What is counted from here on is of this file. */
    void file(String name) {
        file = name;
    }

    void count(Field field, boolean right, Object truth, Object read) {
        add(field, right ? 1 : 0, 1);
        if (!right) {
            misses.add(file + ": " + field.words + ": " + truth + ", read " + read);
        }
    }

    private void add(Field field, double right, double of) {
        Tally tally = tallies.computeIfAbsent(field, key -> new Tally());
        tally.right += right;
        tally.of += of;
    }

    /** Counts what was typed; whatever the file does not say is not counted. */
    void head(ScanFields truth, ScanFields read) {
        same(Field.TYPE, truth.type(), read.type());
        same(Field.SYMBOL, truth.symbol(), read.symbol());
        same(Field.PLACE, truth.place(), read.place());
        same(Field.MONTH, truth.date().month(), read.date().month());
        same(Field.YEAR, truth.date().year(), read.date().year());
        same(Field.AGENCY, truth.agency(), read.agency());
        if (truth.signer() != null) {
            count(Field.SIGNER, ScanFields.alike(truth.signer(), read.signer()), truth.signer(), read.signer());
        }
        same(Field.POSITION, truth.position(), read.position());
    }

    void same(Field field, Object truth, Object read) {
        if (truth != null) {
            count(field, truth.equals(read), truth, read);
        }
    }

    void number(ScanFields truth, ScanFields read) {
        same(Field.NUMBER, truth.number(), read.number());
    }

    void day(PartialDate truth, PartialDate read) {
        same(Field.DAY, truth.day(), read.day());
    }

    void body(ScanFields truth, ScanFields read) {
        f1(Field.SECTIONS, truth.sections(), read.sections());
        f1(Field.DATES, truth.dates(), read.dates());
        f1(Field.TIMES, truth.times(), read.times());
        List<String> missing = ScanFields.without(truth.words(), read.words());
        List<String> invented = ScanFields.without(read.words(), truth.words());
        add(
                Field.WORDS,
                truth.words().size() - Math.max(missing.size(), invented.size()),
                truth.words().size());
        int letters = truth.words().stream().mapToInt(String::length).sum();
        add(Field.LETTERS, letters - Spelling.distance(missing, invented), letters);
    }

    private void f1(Field field, Collection<String> truth, Collection<String> read) {
        List<String> missing = ScanFields.without(truth, read);
        List<String> invented = ScanFields.without(read, truth);
        add(field, 2.0 * (truth.size() - missing.size()), truth.size() + read.size());
        if (!missing.isEmpty() || !invented.isEmpty()) {
            misses.add(file + ": " + field.words + ": missing " + missing + ", invented " + invented);
        }
    }

    /** @param rules that may fire: those that fire on what was typed */
    void falseWarnings(DocumentReport report, Collection<String> rules) {
        List<String> fired = report.findings().stream()
                .filter(f -> !f.isWaived() && f.severity() != Severity.INFO && !rules.contains(f.rule()))
                .map(f -> f.rule() + " “" + f.evidence() + "”")
                .toList();
        add(Field.FALSE_WARNINGS, fired.size(), 1);
        fired.forEach(finding -> misses.add(file + ": false: " + finding));
    }

    /** In percent, or findings a document; not a number where nothing was counted. */
    double of(Field field) {
        Tally tally = tallies.get(field);
        return tally == null ? Double.NaN : tally.right / tally.of * (field.isShare() ? 100 : 1);
    }

    /** Those whose floor they fall below. */
    List<String> below(Map<Field, Aim> aims) {
        List<String> below = new ArrayList<>();
        aims.forEach((field, aim) -> {
            double reached = of(field);
            if (!Double.isNaN(reached) && (field.isShare() ? reached < aim.floor : reached > aim.floor)) {
                below.add(String.format(Locale.ROOT, "%s: %.2f, floor %.2f", field.words, reached, aim.floor));
            }
        });
        return below;
    }

    String table(Map<Field, Aim> aims) {
        StringBuilder table = new StringBuilder();
        tallies.forEach((field, tally) -> {
            Aim aim = aims.get(field);
            table.append(String.format(
                    Locale.ROOT,
                    "%-50s %7.2f  %6.0f of %-6.0f %s%n",
                    field.words,
                    of(field),
                    tally.right,
                    tally.of,
                    aim == null ? "" : String.format(Locale.ROOT, "aim %.2f, floor %.2f", aim.aim, aim.floor)));
        });
        return table.toString();
    }

    /** Line by line. */
    String misses() {
        return String.join("\n", misses);
    }

    static Map<Field, Aim> aims(Path file) throws IOException {
        Map<Field, Aim> aims = new EnumMap<>(Field.class);
        Map<?, ?> map = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        map.forEach((name, value) -> {
            Map<?, ?> aim = (Map<?, ?>) value;
            aims.put(
                    Field.valueOf(
                            Objects.toString(name).toUpperCase(Locale.ROOT).replace('-', '_')),
                    new Aim(((Number) aim.get("aim")).doubleValue(), ((Number) aim.get("floor")).doubleValue()));
        });
        return aims;
    }
}
