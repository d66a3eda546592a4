package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;

/**
 * What a reader said, by hand, of the findings on real files, and of the faults there that no rule found. The files lie
 * beside the project; the table holds none of their words, so that it may lie in it.
 */
public final class Judgements {
    static final Path FILE = Path.of("src/core/src/test/judgements/judgements.tsv");
    static final String HEAD = "file\trule\tfinding\tverdict\treason";
    private static final int DIGITS = 6;
    private static final int AROUND = 120;

    /** What a careful clerk would say. A missed fault is one that the rule's page claims to see. */
    public enum Verdict {
        RIGHT,
        WRONG,
        ARGUABLE,
        MISSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line of the table.
     *
     * @param file    the file's name
     * @param finding how the finding's fingerprint begins; of a missed fault, where it stands
     * @param reason  in the judge's own words; nothing of the file is quoted, nobody named
     */
    public record Judgement(String file, String rule, String finding, Verdict verdict, String reason) {
        private boolean isOf(String name, Finding f) {
            return file.equals(name) && rule.equals(f.rule()) && finding.equals(key(f));
        }

        @Override
        public String toString() {
            return String.join("\t", file, rule, finding, verdict.word(), reason);
        }
    }

    /** A finding and its file's name. */
    public record Found(String file, Finding finding) {}

    /**
     * A run beside the table, as far as the table's files were read.
     *
     * @param held     findings that are judged
     * @param unjudged findings that the table does not know
     * @param gone     judged findings that are found no more: a fault that is lost, or a false alarm that is mended
     * @param missed   faults that were never found
     */
    public record Comparison(List<Judgement> held, List<Found> unjudged, List<Judgement> gone, List<Judgement> missed) {
        /** Faults that were found once. */
        List<Judgement> lost() {
            return gone.stream().filter(j -> j.verdict() == Verdict.RIGHT).toList();
        }

        /** What changed, for the one who judges: lines to fill in, each with the words that it is about. */
        String text() {
            StringBuilder out = new StringBuilder();
            out.append(unjudged.size()).append(" findings not judged\n");
            for (Found found : unjudged) {
                Finding f = found.finding();
                out.append(String.join("\t", found.file(), f.rule(), key(f), "", "\n"))
                        .append("    ")
                        .append(f.severity().word())
                        .append(f.location() == null ? "" : ", " + f.location().section())
                        .append(": ")
                        .append(f.message().vi())
                        .append(f.line() == null || f.line().isEmpty() ? "" : "\n    | " + around(f))
                        .append('\n');
                missed.stream()
                        .filter(j -> j.file().equals(found.file()) && j.rule().equals(f.rule()))
                        .forEach(
                                j -> out.append("    missed so far: ").append(j).append('\n'));
            }
            out.append(gone.size()).append(" judged findings not found\n");
            gone.forEach(j -> out.append(j).append('\n'));
            return out.toString();
        }
    }

    private Judgements() {}

    /** As much of the line as shows what is meant. */
    private static String around(Finding f) {
        int start = Math.max(0, f.column() - AROUND);
        int end = Math.min(f.line().length(), f.column() + f.evidence().length() + AROUND);
        return start < end ? f.line().substring(start, end) : f.line();
    }

    static String key(Finding f) {
        return f.fingerprint().substring(0, DIGITS);
    }

    static List<Judgement> read() throws IOException {
        return of(Files.readString(FILE));
    }

    /** Refuses a line that it cannot read, and a finding that is judged twice. */
    static List<Judgement> of(String tsv) {
        List<String> lines = tsv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("the table begins with: " + HEAD);
        }
        List<Judgement> table = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 5) {
                throw new IllegalArgumentException("line " + (i + 1) + ": five cells parted by tabs");
            }
            Integer before = known.put(String.join("\t", cells[0], cells[1], cells[2]), i + 1);
            if (before != null) {
                throw new IllegalArgumentException("line " + (i + 1) + ": judged in line " + before + " already");
            }
            table.add(new Judgement(cells[0], cells[1], cells[2], verdict(cells[3], i + 1), cells[4]));
        }
        return table;
    }

    private static Verdict verdict(String word, int line) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("line " + line + ": right, wrong, arguable or missed, not “" + word + "”");
    }

    static String name(DocumentReport document) {
        return Path.of(document.path()).getFileName().toString();
    }

    static Comparison compare(List<Judgement> table, List<DocumentReport> documents) {
        List<Judgement> held = new ArrayList<>();
        List<Found> unjudged = new ArrayList<>();
        for (DocumentReport document : documents) {
            String name = name(document);
            for (Finding f : document.findings()) {
                table.stream()
                        .filter(j -> j.isOf(name, f))
                        .findFirst()
                        .ifPresentOrElse(held::add, () -> unjudged.add(new Found(name, f)));
            }
        }
        Set<String> read = documents.stream().map(Judgements::name).collect(Collectors.toSet());
        List<Judgement> absent = table.stream()
                .filter(j -> read.contains(j.file()) && !held.contains(j))
                .toList();
        return new Comparison(
                held,
                unjudged,
                absent.stream().filter(j -> j.verdict() != Verdict.MISSED).toList(),
                absent.stream().filter(j -> j.verdict() == Verdict.MISSED).toList());
    }
}
