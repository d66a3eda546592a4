package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.Facts;
import org.planlint.facts.LawTables;
import org.planlint.facts.Located;
import org.planlint.text.Area;
import org.planlint.text.Document;
import org.planlint.text.Span;
import org.planlint.text.Table;

/** One document as finders see it: its lines with zones and sections, its head, and what other finders give, found when it is asked for. */
final class Found implements Facts.Source {
    private final LawTables law;
    private final DocumentRecord record;
    private final Document document;
    private final List<Table> dataTables;
    private final Structure structure;
    private final Outline outline;
    private final Letterheads.Reading head;
    private final TimeColumns timeColumns;
    private final List<Finder<?>> finders;
    private final Map<Class<?>, List<Located>> byType = new HashMap<>();
    /** What is being looked for. */
    private final Set<Class<?>> open = new HashSet<>();

    private Map<Integer, List<Line>> byParagraph;

    /**
     * @param outline the last step that the lines go through
     * @param finders who finds what; those of one type stand in the order of what they give
     * @param record  what is said of the document elsewhere, or null
     */
    Found(Outline outline, LawTables law, List<Finder<?>> finders, DocumentRecord record) {
        this.finders = finders;
        this.record = record;
        this.law = law;
        this.outline = outline;
        structure = outline.structure();
        document = structure.flow().document();
        dataTables = structure.flow().dataTables();
        head = Letterheads.read(structure);
        timeColumns = new TimeColumns(dataTables, outline.lines());
    }

    LawTables law() {
        return law;
    }

    /** What the system that keeps or sent the document says of it, or null. */
    DocumentRecord record() {
        return record;
    }

    Document document() {
        return document;
    }

    /** Which of it was recognised from pictures. */
    Recognition recognition() {
        return structure.flow().recognition();
    }

    /** Tables that hold data, in reading order. */
    List<Table> dataTables() {
        return dataTables;
    }

    Structure structure() {
        return structure;
    }

    Outline outline() {
        return outline;
    }

    Letterheads.Reading head() {
        return head;
    }

    TimeColumns timeColumns() {
        return timeColumns;
    }

    List<Line> lines() {
        return outline.lines();
    }

    /** The lines with the recipients and the signature; none where nobody signs. */
    List<Line> signatureBlock() {
        return structure.signatureStart() < 0
                ? List.of()
                : lines().subList(structure.signatureStart(), structure.signatureEnd());
    }

    /** The line that holds these characters, or null. */
    Line lineAt(Span span) {
        if (byParagraph == null) {
            byParagraph = lines().stream().collect(Collectors.groupingBy(line -> line.paragraph.index()));
        }
        for (Line line : byParagraph.getOrDefault(span.paragraph(), List.of())) {
            if (line.span().start() <= span.start() && line.span().end() >= span.end()) {
                return line;
            }
        }
        return null;
    }

    /** Where the words are printed, a frame a line; empty where the format does not say. */
    List<Area> areas(Span span) {
        return document.paragraphs().get(span.paragraph()).areas(span.start(), span.end());
    }

    /** All facts, the types in the order of their finders. */
    @Override
    public List<Located> all() {
        List<Located> all = new ArrayList<>();
        finders.stream().map(Finder::type).distinct().forEach(type -> all.addAll(all(type)));
        return Collections.unmodifiableList(all);
    }

    /**
     * All facts of a type, in the order of the text.
     *
     * @throws IllegalStateException if nobody finds such facts, or if who finds them needs them
     */
    @Override
    public <T extends Located> List<T> all(Class<T> type) {
        if (!byType.containsKey(type)) {
            byType.put(type, find(type));
        }
        @SuppressWarnings("unchecked")
        List<T> all = (List<T>) byType.get(type);
        return all;
    }

    private List<Located> find(Class<?> type) {
        if (!open.add(type)) {
            throw new IllegalStateException(type.getSimpleName() + " is found by what is found in it");
        }
        List<Located> all = new ArrayList<>();
        boolean found = false;
        for (Finder<?> finder : finders) {
            if (finder.type() == type) {
                all.addAll(finder.find().apply(this));
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("nobody finds " + type.getSimpleName());
        }
        open.remove(type);
        return Collections.unmodifiableList(all);
    }
}
