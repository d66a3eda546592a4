package org.planlint.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlint.annotate.DocxEditor;
import org.planlint.annotate.DocxTracks;
import org.planlint.annotate.Edit;
import org.planlint.extract.ReadFailure;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.State;
import org.planlint.report.Status;

/**
 * Mends a document rule by rule. After each step the copy is read and judged again: what the step was for must be gone or less, and
 * no other rule may find more than before; else the step is taken back.
 */
public final class Fixing {
    /** A rule that quotes only the first place of several is asked again; no plan has so many. */
    private static final int ROUNDS = 60;

    private final Eye eye;
    private final Asked asked;
    private final Set<String> waived = new HashSet<>();
    private final Map<String, Integer> mended = new TreeMap<>();
    private Reading now;

    /** Reads and judges a copy. */
    public interface Eye {
        Reading read(byte[] docx);
    }

    private Fixing(Reading source, Asked asked, Eye eye) {
        this.eye = eye;
        this.asked = asked;
        this.now = source;
        source.report().findings().stream().filter(Finding::isWaived).forEach(f -> waived.add(f.fingerprint()));
    }

    /**
     * Mends what is asked for. What somebody lets pass stays as it is.
     *
     * @param source a docx that was checked
     * @throws ReadFailure if the file cannot be read
     * @throws IOException if the copy cannot be made
     */
    public static Fixed fix(Reading source, Asked asked, Eye eye) throws IOException, ReadFailure {
        return new Fixing(source, asked, eye).run();
    }

    private Fixed run() throws IOException, ReadFailure {
        byte[] clean = DocxTracks.withoutNotes(now.bytes());
        if (clean != now.bytes()) {
            now = eye.read(clean);
        }
        int before;
        do {
            before = Fixed.places(mended);
            for (String rule : rules()) {
                mend(rule);
            }
        } while (Fixed.places(mended) > before);
        Map<String, Integer> offered = new TreeMap<>();
        Map<String, Integer> left = new TreeMap<>();
        for (String rule : rules()) {
            List<Finding> findings = open(rule);
            int unsafe = asked.unsafe()
                    ? 0
                    : (int) Fixers.of(rule).plan(findings, now).stream()
                            .filter(planned -> planned.safety() == Safety.UNSAFE)
                            .count();
            if (unsafe > 0) {
                offered.put(rule, unsafe);
            } else {
                left.put(rule, findings.size());
            }
        }
        byte[] copy = asked.plain() ? DocxTracks.accepted(now.bytes()) : now.bytes();
        return new Fixed(copy, mended, offered, left);
    }

    private Set<String> rules() {
        return now.report().findings().stream()
                .filter(f -> asked.covers(f.rule()) && !waived.contains(f.fingerprint()))
                .map(Finding::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Finding> open(String rule) {
        return now.of(rule).stream()
                .filter(f -> !waived.contains(f.fingerprint()))
                .toList();
    }

    private void mend(String rule) throws IOException, ReadFailure {
        Set<String> hopeless = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Finding> findings = open(rule).stream()
                    .filter(f -> !hopeless.contains(f.fingerprint()))
                    .toList();
            if (findings.isEmpty()) {
                return;
            }
            if (!attempt(rule, findings) && (findings.size() == 1 || !attempt(rule, findings.subList(0, 1)))) {
                hopeless.add(findings.get(0).fingerprint());
            }
        }
    }

    /** Makes what would mend these findings of a rule; false where nothing can be made, or it was taken back. */
    private boolean attempt(String rule, List<Finding> findings) throws IOException, ReadFailure {
        List<Edit> edits = Fixers.of(rule).plan(findings, now).stream()
                .filter(planned -> planned.safety() == Safety.SAFE || asked.unsafe())
                .map(Planned::edit)
                .toList();
        if (edits.isEmpty()) {
            return false;
        }
        DocxEditor.Written written = DocxEditor.write(now.bytes(), edits);
        if (written.done().isEmpty()) {
            return false;
        }
        Reading next = eye.read(written.bytes());
        if (!heals(rule, next)) {
            return false;
        }
        now = next;
        mended.merge(rule, written.done().size(), Integer::sum);
        return true;
    }

    private boolean heals(String rule, Reading next) {
        if (next.report().status() != Status.CHECKED
                || next.report().coverage().states().containsValue(State.ERROR)) {
            return false;
        }
        Map<String, Long> before = counts(now.report());
        Map<String, Long> after = counts(next.report());
        return after.entrySet().stream().allMatch(e -> e.getValue() <= before.getOrDefault(e.getKey(), 0L))
                && !said(next.of(rule)).equals(said(now.of(rule)));
    }

    private static Map<String, Long> counts(DocumentReport report) {
        return report.findings().stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
    }

    /** What a rule says of which places. */
    private static List<String> said(List<Finding> findings) {
        List<String> said = new ArrayList<>();
        for (Finding finding : findings) {
            said.add(finding.message() + " " + finding.location());
        }
        return said;
    }
}
