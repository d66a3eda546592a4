package org.planlint.parse;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.planlint.facts.Column;
import org.planlint.facts.Element;
import org.planlint.facts.Element.Kind;
import org.planlint.facts.RecipientsPlace;
import org.planlint.text.Area;
import org.planlint.text.Place;

/** Finds whether the list of recipients stands beside the signature: by the page, by a table's rows, or by the order of paragraphs. */
final class RecipientsPlaces {
    /** Points by which the list may reach lower on the page than what was found of it. */
    private static final double UNFOUND = 30;

    private static final Set<Kind> LIST = Set.of(Kind.RECIPIENTS, Kind.RECIPIENT);
    private static final Set<Kind> SIGNATURE = Set.of(Kind.AUTHORITY, Kind.POSITION, Kind.SIGNER);

    /** How far something reaches down: points of a page, rows or lines. Empty where {@code to} is below {@code from}. */
    private record Reach(double from, double to) {
        static final Reach NONE = new Reach(Double.MAX_VALUE, -Double.MAX_VALUE);

        static Reach of(Stream<Reach> parts) {
            return parts.reduce(NONE, (a, b) -> new Reach(Math.min(a.from, b.from), Math.max(a.to, b.to)));
        }

        Reach lower(double by) {
            return new Reach(from, to + by);
        }

        boolean meets(Reach other) {
            return from <= other.to && other.from <= to;
        }
    }

    private final Found soFar;
    private final List<Element> list;
    private final List<Element> signature;

    private RecipientsPlaces(Found soFar) {
        this.soFar = soFar;
        List<Element> elements = soFar.all(Element.class);
        this.list = elements.stream().filter(at -> LIST.contains(at.kind())).toList();
        this.signature =
                elements.stream().filter(at -> SIGNATURE.contains(at.kind())).toList();
    }

    static List<RecipientsPlace> find(Found soFar) {
        RecipientsPlaces places = new RecipientsPlaces(soFar);
        Boolean level = places.isWhole() ? places.isLevel() : null;
        return level == null
                ? List.of()
                : List.of(new RecipientsPlace(level, places.list.get(0).span()));
    }

    /** Of several signers, or of one whose name or title is not found, nobody knows how far the signature reaches. */
    private boolean isWhole() {
        return count(list, Kind.RECIPIENTS) == 1
                && list.size() > 1
                && count(signature, Kind.SIGNER) == 1
                && signature.size() > 1;
    }

    private static long count(List<Element> elements, Kind kind) {
        return elements.stream().filter(at -> at.kind() == kind).count();
    }

    private Boolean isLevel() {
        List<Area> listed = areas(list);
        List<Area> signed = areas(signature);
        return listed.isEmpty() || signed.isEmpty()
                ? inFile(lines(list), lines(signature))
                : Boolean.valueOf(listed.stream()
                        .map(Area::page)
                        .anyMatch(page -> on(page, listed).lower(UNFOUND).meets(on(page, signed))));
    }

    private static Reach on(int page, List<Area> areas) {
        return Reach.of(areas.stream()
                .filter(area -> area.page() == page)
                .map(Area::box)
                .mapToDouble(box -> box.y() + box.height() / 2)
                .mapToObj(middle -> new Reach(middle, middle)));
    }

    /** Null where one of them stands in a table without the other, or where tabs, boxes or spaces may move them. */
    private Boolean inFile(List<Line> left, List<Line> right) {
        List<Line> both = Stream.concat(left.stream(), right.stream()).toList();
        if (both.stream().map(line -> line.table).distinct().count() != 1) {
            return null;
        }
        if (both.get(0).table != null) {
            return rows(left).meets(rows(right));
        }
        boolean below = both.stream().allMatch(line -> line.paragraph.place() == Place.BODY)
                && list.get(0).column() == Column.LEFT
                && signature.get(0).column() == Column.RIGHT
                && !indices(left).meets(indices(right));
        return below ? false : null;
    }

    private static Reach rows(List<Line> lines) {
        return Reach.of(lines.stream().map(line -> new Reach(line.row, line.row)));
    }

    private static Reach indices(List<Line> lines) {
        return Reach.of(lines.stream().map(line -> new Reach(line.index, line.index)));
    }

    private List<Line> lines(List<Element> elements) {
        return elements.stream()
                .map(element -> soFar.lineAt(element.span()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Area> areas(List<Element> elements) {
        return elements.stream()
                .flatMap(element -> soFar.areas(element.span()).stream())
                .toList();
    }
}
