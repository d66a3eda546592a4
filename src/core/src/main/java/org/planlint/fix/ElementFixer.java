package org.planlint.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.planlint.annotate.Edit;
import org.planlint.facts.Element;
import org.planlint.facts.Element.Kind;
import org.planlint.report.Finding;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;

/**
 * Sets the lines of some components as Decree 30/2020, PL I.I Mục II and V has them. Capitals are left to who wrote the words.
 *
 * @param kinds   the components
 * @param centred those of them that stand in the middle
 * @param sized   those of them whose size is judged
 */
record ElementFixer(Set<Kind> kinds, Set<Kind> centred, Set<Kind> sized) implements Fixer {
    ElementFixer {
        kinds = Set.copyOf(kinds);
        centred = Set.copyOf(centred);
        sized = Set.copyOf(sized);
    }

    /** Bold and italic alone. */
    static ElementFixer style(Kind... kinds) {
        return new ElementFixer(Set.of(kinds), Set.of(), Set.of());
    }

    /** The size alone. */
    static ElementFixer size(Kind... kinds) {
        return new ElementFixer(Set.of(), Set.of(), Set.of(kinds));
    }

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        List<Planned> planned = new ArrayList<>();
        for (Element element : reading.facts().all(Element.class)) {
            Edit.Type whole = new Edit.Type(
                    element.span().paragraph(),
                    element.span().start(),
                    element.span().end());
            Edit.Type styled = kinds.contains(element.kind()) ? styled(whole, element) : whole;
            if (!styled.equals(whole)) {
                planned.add(new Planned(Safety.SAFE, styled));
            }
            if (centred.contains(element.kind()) && element.isOffCentre()) {
                planned.add(new Planned(
                        Safety.SAFE, centred(reading.paragraph(element.span().paragraph()))));
            }
            if (sized.contains(element.kind()) && isOddSize(element)) {
                double size = element.size() < element.kind().least()
                        ? element.kind().least()
                        : element.kind().most();
                planned.add(new Planned(Safety.UNSAFE, whole.ofSize(size)));
            }
        }
        return planned;
    }

    private static Edit.Type styled(Edit.Type type, Element element) {
        Edit.Type styled = type;
        for (Element.Fault fault : element.faults()) {
            styled = switch (fault) {
                case NOT_BOLD -> styled.bold(true);
                case BOLD -> styled.bold(false);
                case NOT_ITALIC -> styled.italic(true);
                case ITALIC -> styled.italic(false);
                default -> styled;
            };
        }
        return styled;
    }

    private static Edit.Setting centred(Paragraph paragraph) {
        Edit.Setting centred = new Edit.Setting(paragraph.index()).aligned(Alignment.CENTER);
        Double firstLine = paragraph.layout().firstLineIndent();
        return firstLine == null || firstLine == 0 ? centred : centred.indented(0);
    }

    /** A list of recipients may be a point larger or smaller than its 11 points, as long as it can be told from the text. */
    private static boolean isOddSize(Element element) {
        return element.kind() == Kind.RECIPIENT ? element.isOutside(10, 12) : element.isOddSize();
    }
}
