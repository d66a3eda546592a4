package org.planlint.audit;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.planlint.facts.Body;
import org.planlint.facts.PlanCard;
import org.planlint.facts.PlanCitation;
import org.planlint.facts.PlanCopy;
import org.planlint.facts.Register;
import org.planlint.facts.RepeatedMistake;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Fingerprint;
import org.planlint.report.ReportCodec;
import org.planlint.rules.ArchiveJudge;

/**
 * What belongs together in an archive: each document gives entries, entries whose keys begin alike are a group, and the rules
 * over the archive judge a group at a time. Where the entries are kept and sorted is for who calls.
 */
public final class Together {
    private static final Gson GSON = ReportCodec.GSON;
    /** Parts of a key; no path or name holds it. */
    private static final String END = "\u0000";

    private static final String PLAN = "0";
    private static final String CITATION = "1";
    /** Numbers of a plan's citations begin so that they stay in order as text. */
    private static final int FIRST = 1000;

    private static final int SHORT_PHRASE = 8;
    /** How many files with mistakes are before the rules at once. */
    private static final int AT_ONCE = 10_000;

    private Together() {}

    /** By what entries belong together. */
    public enum Kind {
        /** Cards and citations, by the register. */
        REGISTER(1),
        /** Cards by the agency. */
        BODY(1),
        /** Findings by agency, rule and phrase. */
        MISTAKE(3);

        /** How many of a key's first parts name the group. */
        private final int parts;

        Kind(int parts) {
            this.parts = parts;
        }
    }

    /**
     * What one document gives to one group.
     *
     * @param key   the group, and behind it what tells the entry from others of the group; entries are sorted by its bytes in UTF-8
     * @param value as it is kept
     */
    public record Entry(Kind kind, String key, String value) {
        private static Entry of(Kind kind, String value, String... parts) {
            return new Entry(kind, String.join(END, parts), value);
        }

        /** Names the group among those of its kind. */
        public String group() {
            return String.join(END, Arrays.copyOf(parts(), kind.parts));
        }

        private String[] parts() {
            return key.split(END, -1);
        }
    }

    /** @param card null for what has none */
    public static void entries(DocumentReport report, PlanCard card, Consumer<Entry> each) {
        String agency = report.plan() == null ? null : report.plan().agency();
        if (agency != null) {
            Set<String> known = new HashSet<>();
            for (Finding finding : report.findings()) {
                if (!finding.isWaived() && !finding.evidence().isBlank()) {
                    String phrase = phrase(finding);
                    if (known.add(finding.rule() + END + phrase)) {
                        each.accept(Entry.of(
                                Kind.MISTAKE, finding.evidence(), agency, finding.rule(), phrase, report.path()));
                    }
                }
            }
        }
        if (card == null || card.body() == null) {
            return;
        }
        PlanCard here = placed(card, report.path());
        if (here.register() != null) {
            each.accept(Entry.of(Kind.REGISTER, GSON.toJson(here.forRegister()), here.register(), PLAN, here.path()));
        }
        int count = FIRST;
        for (PlanCitation citation : here.citations()) {
            each.accept(Entry.of(
                    Kind.REGISTER,
                    GSON.toJson(citation),
                    citation.register(),
                    CITATION,
                    here.path(),
                    String.valueOf(count++)));
        }
        if (here.sketch() != null && here.year() != null && !here.planned().isEmpty()) {
            each.accept(Entry.of(
                    Kind.BODY, GSON.toJson(here.forCopies()), here.body().key(), here.path()));
        }
    }

    /** The card of a file that lies there; agencies of one name are told apart by their folders. */
    private static PlanCard placed(PlanCard card, String path) {
        int slash = path.replace('\\', '/').lastIndexOf('/');
        String folder = path.substring(0, Math.max(0, slash));
        Body body = card.body().in(folder);
        return card.at(
                path,
                body,
                card.citations().stream()
                        .map(citation -> citation.at(path, citation.body().in(folder)))
                        .toList());
    }

    /** What tells a mistake: the words at fault, or where they are too few the line they stand in. */
    private static String phrase(Finding finding) {
        String evidence = Fingerprint.fold(finding.evidence());
        return evidence.isEmpty() || evidence.length() >= SHORT_PHRASE ? evidence : Fingerprint.fold(finding.line());
    }

    /**
     * Lets the rules judge what belongs together, and hands over what they find. One group is held at a time.
     *
     * @param sorted whole groups, by kind and key; of several entries of one key the first counts
     */
    public static void judge(Iterator<Entry> sorted, ArchiveJudge judge, Consumer<ArchiveFinding> each) {
        List<Entry> group = new ArrayList<>();
        List<RepeatedMistake> mistakes = new ArrayList<>();
        while (sorted.hasNext()) {
            Entry entry = sorted.next();
            if (!group.isEmpty() && !sameGroup(entry, group.get(0))) {
                judge(group, mistakes, judge, each);
                group.clear();
            }
            if (group.isEmpty()
                    || !entry.key().equals(group.get(group.size() - 1).key())) {
                group.add(entry);
            }
        }
        judge(group, mistakes, judge, each);
        judge.judge(mistakes).forEach(each);
    }

    private static boolean sameGroup(Entry one, Entry other) {
        return one.kind() == other.kind() && one.group().equals(other.group());
    }

    /** @param mistakes of groups before, which are judged many at once */
    private static void judge(
            List<Entry> group, List<RepeatedMistake> mistakes, ArchiveJudge judge, Consumer<ArchiveFinding> each) {
        if (group.isEmpty()) {
            return;
        }
        switch (group.get(0).kind()) {
            case REGISTER -> judge.judge(register(group)).forEach(each);
            case BODY -> judge.judge(copies(group)).forEach(each);
            case MISTAKE -> {
                if (group.size() > 1) {
                    mistakes.add(mistake(group));
                }
                if (mistakes.stream().mapToInt(RepeatedMistake::size).sum() > AT_ONCE) {
                    judge.judge(mistakes).forEach(each);
                    mistakes.clear();
                }
            }
        }
    }

    /** Nothing where the archive holds no plan of it. */
    private static List<Object> register(List<Entry> group) {
        List<Object> facts = new ArrayList<>();
        List<PlanCard> plans = new ArrayList<>();
        for (Entry entry : group) {
            if (entry.parts()[1].equals(PLAN)) {
                plans.add(GSON.fromJson(entry.value(), PlanCard.class));
            } else {
                facts.add(GSON.fromJson(entry.value(), PlanCitation.class));
            }
        }
        if (plans.isEmpty()) {
            return List.of();
        }
        facts.add(new Register(plans.get(0).agency(), plans.get(0).issued().getYear(), plans));
        facts.addAll(plans);
        return facts;
    }

    /** Each plan of an agency with those of earlier years that hold a day of it. */
    private static List<PlanCopy> copies(List<Entry> group) {
        List<PlanCard> plans = group.stream()
                .map(entry -> GSON.fromJson(entry.value(), PlanCard.class))
                .toList();
        List<PlanCard> suspects =
                plans.stream().filter(PlanCard::hasDaysOfEarlierYears).toList();
        List<PlanCopy> found = new ArrayList<>();
        for (PlanCard plan : suspects) {
            for (PlanCard original : plans) {
                PlanCopy copy = PlanCopy.of(plan, original);
                if (copy != null && !copy.left().isEmpty()) {
                    found.add(copy);
                }
            }
        }
        return found;
    }

    private static RepeatedMistake mistake(List<Entry> group) {
        String[] parts = group.get(0).parts();
        return new RepeatedMistake(
                parts[0],
                parts[1],
                group.get(0).value(),
                group.stream().map(entry -> entry.parts()[3]).toList());
    }
}
