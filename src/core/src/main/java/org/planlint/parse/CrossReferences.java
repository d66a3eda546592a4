package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.facts.CrossReference;
import org.planlint.facts.Section;
import org.planlint.facts.Section.Kind;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;

/**
 * Finds places of this plan that its own text points to. Only where the outline is read surely: Roman headings in their
 * order, no parts, chapters or articles; and where no other document stands in the sentence, unless "Kế hoạch này" does.
 */
final class CrossReferences {
    private static final String POINT = "(?:[Đđ]iểm (?<point>" + Pieces.POINT_LETTER + "),? )";
    private static final Sought IN_SECTION = new Sought(Pieces.NO_LETTER_BEFORE + "(?:" + POINT
            + "?[Kk]hoản (?<item>\\d{1,2}),? )?[Mm]ục (?<root>" + Pieces.SHORT_ROMAN + "|này)(?<rest>(?:\\.\\d{1,2})*)"
            + "(?![\\p{L}\\d/-]|\\.\\d)");
    private static final Sought IN_PLAN =
            new Sought(Pieces.NO_LETTER_BEFORE + POINT + "[Kk]hoản (?<item>\\d{1,2})(?![\\p{L}\\d/-]|\\.\\d)");
    private static final Pattern THIS_PLAN = Pattern.compile("^,? ?(?:của )?[Kk]ế hoạch này");
    private static final Pattern ENDS =
            Pattern.compile("^ ?(?:[.,;:)]|$|(?:nêu|ở|nói)? ?(?:trên|dưới)" + Pieces.NO_LETTER_AFTER + ")");
    private static final Sought OTHER_DOCUMENT = new Sought(Pieces.NO_LETTER_BEFORE + "(?:" + DocumentTypes.CITED
            + "|Điều \\d|[Pp]hụ lục|[Mm]ẫu|[Cc]hương|Quy trình|Danh mục|[Vv]ăn bản|[Cc]ông văn)"
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern STEP = Pattern.compile("\\.");

    private final List<Section> sections;
    private final Set<String> paths;

    private CrossReferences(List<Section> sections) {
        this.sections = sections;
        paths = sections.stream().map(Section::path).collect(Collectors.toSet());
    }

    static List<CrossReference> find(Found soFar) {
        List<Section> sections = soFar.all(Section.class).stream()
                .filter(section -> section.part() == 0 && section.value() > 0)
                .toList();
        return isSure(sections) ? new CrossReferences(sections).find(soFar.lines()) : List.of();
    }

    private static boolean isSure(List<Section> sections) {
        return sections.stream().filter(section -> section.kind() == Kind.ROMAN).count() > 1
                && sections.stream()
                        .noneMatch(section -> section.kind() == Kind.PART
                                || section.kind() == Kind.CHAPTER
                                || section.kind() == Kind.MUC
                                || section.kind() == Kind.ARTICLE
                                || section.kind() == Kind.ROMAN && (section.expected() != null || section.repeated()));
    }

    private List<CrossReference> find(List<Line> lines) {
        List<CrossReference> found = new ArrayList<>();
        for (Line line : lines) {
            if (line.zone != Line.Zone.BODY
                    || line.part > 0
                    || !line.lower().contains("mục ") && !line.lower().contains("khoản ")) {
                continue;
            }
            for (Matcher m = IN_SECTION.first(line.text()); m != null; m = IN_SECTION.next(m, line.text())) {
                String root = m.group("root").equals("này") ? STEP.split(line.section)[0] : m.group("root");
                if (isOwn(line.text(), m.start(), m.end()) && !root.isEmpty()) {
                    add(found, exists(root + m.group("rest"), m.group("item"), m.group("point")), line, m);
                }
            }
            for (Matcher m = IN_PLAN.first(line.text()); m != null; m = IN_PLAN.next(m, line.text())) {
                if (isOwn(line.text(), m.start(), m.end())) {
                    add(found, existsAnywhere(m.group("item"), m.group("point")), line, m);
                }
            }
        }
        return found;
    }

    private static void add(List<CrossReference> found, Boolean exists, Line line, Matcher m) {
        if (exists != null) {
            found.add(new CrossReference(exists, line.span(m.start(), m.end())));
        }
    }

    private static boolean isOwn(String text, int start, int end) {
        String right = text.substring(end);
        return THIS_PLAN.matcher(right).lookingAt() || ENDS.matcher(right).lookingAt() && !OTHER_DOCUMENT.in(text);
    }

    /** Null where no row of such items was read: their numbers may be missing from the text. */
    private Boolean exists(String section, String item, String point) {
        if (!paths.contains(section)) {
            return section.contains(".") && !hasRow(section.substring(0, section.lastIndexOf('.')), Kind.ARABIC)
                    ? null
                    : false;
        }
        if (item == null) {
            return true;
        }
        if (!hasRow(section, Kind.ARABIC)) {
            return null;
        }
        String path = section + "." + item;
        return !paths.contains(path) || point == null
                ? Boolean.valueOf(paths.contains(path))
                : hasRow(path, Kind.LETTER) ? Boolean.valueOf(paths.contains(path + "." + point)) : null;
    }

    private Boolean existsAnywhere(String item, String point) {
        return sections.stream().noneMatch(section -> section.kind() == Kind.LETTER)
                ? null
                : Boolean.valueOf(paths.stream().anyMatch(path -> path.endsWith("." + item + "." + point)));
    }

    private boolean hasRow(String above, Kind kind) {
        return sections.stream()
                .anyMatch(section -> section.kind() == kind
                        && section.path().startsWith(above + ".")
                        && section.path().indexOf('.', above.length() + 1) < 0);
    }
}
