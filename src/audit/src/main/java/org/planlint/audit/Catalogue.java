package org.planlint.audit;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
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
 * What is kept of every document of an archive for the rules over all of them, on disk and sorted, so that what belongs
 * together comes together and only that is held at once.
 */
final class Catalogue implements AutoCloseable {
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

    private final Path file;
    private final MVStore store;
    /** Cards and citations by register. */
    private final MVMap<byte[], byte[]> registers;
    /** Cards by agency. */
    private final MVMap<byte[], byte[]> bodies;
    /** Findings by agency, rule and phrase. */
    private final MVMap<byte[], byte[]> mistakes;

    /** @throws IOException if the file cannot be written */
    Catalogue(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
        try {
            // Behind the back of who reads for over 45 seconds, tidying up takes pieces away that are still to be read.
            this.store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(8)
                    .autoCommitBufferSize(1024)
                    .autoCompactFillRate(0)
                    .backgroundExceptionHandler(Catalogue::isMetInFront)
                    .open();
        } catch (MVStoreException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
        registers = open("registers");
        bodies = open("bodies");
        mistakes = open("mistakes");
    }

    /** A store that cannot write is closed then, and says why to who uses it next: once is enough. */
    static void isMetInFront(Thread writer, Throwable why) {}

    /** In UTF-8: the store writes strings letter by letter. */
    private MVMap<byte[], byte[]> open(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key(String... parts) {
        return bytes(String.join(END, parts));
    }

    /** @param card null for what has none */
    void add(DocumentReport report, PlanCard card) {
        String agency = report.plan() == null ? null : report.plan().agency();
        if (agency != null) {
            Set<String> known = new HashSet<>();
            for (Finding finding : report.findings()) {
                if (!finding.isWaived() && !finding.evidence().isBlank()) {
                    String phrase = phrase(finding);
                    if (known.add(finding.rule() + END + phrase)) {
                        mistakes.put(key(agency, finding.rule(), phrase, report.path()), bytes(finding.evidence()));
                    }
                }
            }
        }
        if (card == null || card.body() == null) {
            return;
        }
        PlanCard here = placed(card, report.path());
        if (here.register() != null) {
            registers.put(key(here.register(), PLAN, here.path()), bytes(GSON.toJson(here.forRegister())));
        }
        int count = FIRST;
        for (PlanCitation citation : here.citations()) {
            registers.put(
                    key(citation.register(), CITATION, here.path(), String.valueOf(count++)),
                    bytes(GSON.toJson(citation)));
        }
        if (here.sketch() != null && here.year() != null && !here.planned().isEmpty()) {
            bodies.put(key(here.body().key(), here.path()), bytes(GSON.toJson(here.forCopies())));
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

    /** Lets the rules judge what belongs together, and hands over what they find. */
    void judge(ArchiveJudge judge, Consumer<ArchiveFinding> each) {
        store.commit();
        groups(registers, 1, group -> judge.judge(register(group)).forEach(each));
        groups(bodies, 1, group -> judge.judge(copies(group)).forEach(each));
        List<RepeatedMistake> some = new ArrayList<>();
        groups(mistakes, 3, group -> {
            if (group.size() > 1) {
                some.add(mistake(group));
            }
            if (some.stream().mapToInt(RepeatedMistake::size).sum() > AT_ONCE) {
                judge.judge(some).forEach(each);
                some.clear();
            }
        });
        judge.judge(some).forEach(each);
    }

    private record Entry(String[] key, String value) {}

    /** Entries whose keys begin with the same {@code parts}. */
    private static void groups(MVMap<byte[], byte[]> map, int parts, Consumer<List<Entry>> each) {
        List<Entry> group = new ArrayList<>();
        for (Cursor<byte[], byte[]> cursor = map.cursor(null); cursor.hasNext(); ) {
            String[] key = new String(cursor.next(), StandardCharsets.UTF_8).split(END, -1);
            if (!group.isEmpty() && !Arrays.equals(key, 0, parts, group.get(0).key(), 0, parts)) {
                each.accept(group);
                group.clear();
            }
            group.add(new Entry(key, new String(cursor.getValue(), StandardCharsets.UTF_8)));
        }
        if (!group.isEmpty()) {
            each.accept(group);
        }
    }

    /** Nothing where the archive holds no plan of it. */
    private static List<Object> register(List<Entry> group) {
        List<Object> facts = new ArrayList<>();
        List<PlanCard> plans = new ArrayList<>();
        for (Entry entry : group) {
            if (entry.key()[1].equals(PLAN)) {
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
        String[] key = group.get(0).key();
        return new RepeatedMistake(
                key[0],
                key[1],
                group.get(0).value(),
                group.stream().map(entry -> entry.key()[3]).toList());
    }

    @Override
    public void close() throws IOException {
        store.closeImmediately();
        Files.deleteIfExists(file);
    }
}
