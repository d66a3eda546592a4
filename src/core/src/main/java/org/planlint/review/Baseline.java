package org.planlint.review;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.State;
import org.planlint.report.Status;

/**
 * What stood in a set of documents on some day, so that only what is new is reported from then on. A document is known
 * by its path without the ending, below the baseline's folder, so that the pdf made of a docx is the same one; one that
 * was moved is known by its bytes.
 */
public final class Baseline {
    private static final String SCHEMA = "planlint-baseline/1";
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    /** The file. {@code documents} go by path without ending. */
    private record Content(String schema, Map<String, Entry> documents) {}

    /** @param findings rule ids by fingerprint */
    private record Entry(Set<String> sha256, Map<String, String> findings) {
        Entry() {
            this(new TreeSet<>(), new TreeMap<>());
        }
    }

    private final Path folder;
    private final Map<String, Entry> entries;
    /** The entries that documents of this run were held against, and what of each was still found or could not be judged. */
    private final Map<String, Set<String>> standing = new HashMap<>();

    private int known;

    private Baseline(Path folder, Map<String, Entry> entries) {
        this.folder = folder;
        this.entries = entries;
    }

    /** An empty one, to be filled with {@link #add}; {@code file} is where it will lie. */
    public static Baseline at(Path file) {
        return new Baseline(folder(file), new TreeMap<>());
    }

    /** @throws BaselineError if the file cannot be read or is not a baseline */
    public static Baseline read(Path file) throws BaselineError {
        Content content;
        try {
            content = GSON.fromJson(Files.readString(file), Content.class);
        } catch (IOException | JsonParseException e) {
            throw new BaselineError(file + ": mốc không đọc được / the baseline cannot be read", e);
        }
        if (content == null || !SCHEMA.equals(content.schema()) || content.documents() == null) {
            throw new BaselineError(file + ": không phải " + SCHEMA + " / not a " + SCHEMA, null);
        }
        return new Baseline(folder(file), new TreeMap<>(content.documents()));
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, GSON.toJson(new Content(SCHEMA, entries)) + "\n", StandardCharsets.UTF_8);
    }

    /** Records what stands in a document. What somebody lets pass is not recorded: the waiver holds it. */
    public void add(DocumentReport document) {
        if (document.status() != Status.CHECKED) {
            return;
        }
        Entry entry = entries.computeIfAbsent(key(document.path()), key -> new Entry());
        entry.sha256().add(document.sha256());
        document.findings().stream()
                .filter(finding -> !finding.isWaived())
                .forEach(finding -> entry.findings().put(finding.fingerprint(), finding.rule()));
    }

    /** The report without the findings that stood in the baseline. */
    public DocumentReport apply(DocumentReport document) {
        String key = find(document);
        if (key == null || document.status() != Status.CHECKED) {
            return document;
        }
        Map<String, String> old = entries.get(key).findings();
        Set<String> still = standing.computeIfAbsent(key, k -> new HashSet<>());
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : document.findings()) {
            if (old.containsKey(finding.fingerprint())) {
                still.add(finding.fingerprint());
                known += finding.isWaived() ? 0 : 1;
            } else {
                fresh.add(finding);
            }
        }
        old.forEach((print, rule) -> {
            State state = document.coverage().states().get(rule);
            if (state == null || state == State.NOT_EVALUATED || state == State.ERROR) {
                still.add(print);
            }
        });
        return document.withFindings(fresh);
    }

    private String find(DocumentReport document) {
        String key = key(document.path());
        if (entries.containsKey(key)) {
            return key;
        }
        return entries.entrySet().stream()
                .filter(e -> e.getValue().sha256().contains(document.sha256()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** How many findings have been left out because they are known. */
    public int known() {
        return known;
    }

    /** How many entries of the documents of this run are found no more. A rule that could not be asked solves nothing. */
    public int solved() {
        return standing.entrySet().stream()
                .mapToInt(e -> {
                    Set<String> gone =
                            new HashSet<>(entries.get(e.getKey()).findings().keySet());
                    gone.removeAll(e.getValue());
                    return gone.size();
                })
                .sum();
    }

    /** Drops the solved entries, so that they are new if they come back. */
    public void dropSolved() {
        standing.forEach((key, still) -> entries.get(key).findings().keySet().retainAll(still));
    }

    public int size() {
        return entries.values().stream()
                .mapToInt(entry -> entry.findings().size())
                .sum();
    }

    private String key(String path) {
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        String relative = (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
        int dot = relative.lastIndexOf('.');
        return dot > relative.lastIndexOf('/') + 1 ? relative.substring(0, dot) : relative;
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
