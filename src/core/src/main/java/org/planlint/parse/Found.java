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
import org.planlint.facts.LawTables;
import org.planlint.facts.Located;
import org.planlint.text.Document;
import org.planlint.text.Span;
import org.planlint.text.Table;

/** Everything found so far of one document: its lines with zones and sections, its head, and what earlier finders gave. */
final class Found {
    private final LawTables law;
    private final DocumentRecord record;
    private final Document document;
    private final List<Table> dataTables;
    private final Structure structure;
    private final Outline outline;
    private final Letterheads.Reading head;
    private final TimeColumns timeColumns;
    private final List<Located> facts = new ArrayList<>();
    private final Map<Class<?>, List<Located>> byType = new HashMap<>();
    private final Set<Class<?>> asked = new HashSet<>();
    private Map<Integer, List<Line>> byParagraph;

    /** Of a document of which nothing is said elsewhere. */
    Found(Outline outline, LawTables law) {
        this(outline, law, null);
    }

    /**
     * @param outline the last step that the lines go through
     * @param record  what is said of the document elsewhere, or null
     */
    Found(Outline outline, LawTables law, DocumentRecord record) {
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

    /** All facts, those of one finder behind those of the one before it. */
    List<Located> all() {
        return Collections.unmodifiableList(facts);
    }

    /**
     * All facts of a type, in the order of the text.
     *
     * @throws IllegalStateException if no finder before this one gives such facts: the finders stand in the wrong order
     */
    <T extends Located> List<T> all(Class<T> type) {
        if (!byType.containsKey(type)) {
            throw new IllegalStateException(type.getSimpleName() + " is asked for before it is found");
        }
        asked.add(type);
        @SuppressWarnings("unchecked")
        List<T> all = (List<T>) Collections.unmodifiableList(byType.get(type));
        return all;
    }

    /**
     * Takes in what a finder gives.
     *
     * @throws IllegalStateException if one before it has asked for such facts already, and got too few
     */
    <T extends Located> void add(Finder<T> finder) {
        if (asked.contains(finder.type())) {
            throw new IllegalStateException(finder.type().getSimpleName() + " is found after it was asked for");
        }
        List<T> given = finder.find().apply(this);
        facts.addAll(given);
        byType.computeIfAbsent(finder.type(), type -> new ArrayList<>()).addAll(given);
    }
}
