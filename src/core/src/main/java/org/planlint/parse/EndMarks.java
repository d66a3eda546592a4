package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.EndMark;
import org.planlint.facts.PlanText;
import org.planlint.words.Vocabulary;

/** Finds the plan's own text, and its last words, before the recipients and the signature. */
final class EndMarks {
    private static final Pattern END_MARK = Pattern.compile("\\.\\s?/\\s?\\.\\s*[\"”)]*\\s*\\d{0,2}$");

    private static final Pattern LEADS_ON =
            Pattern.compile(Vocabulary.of("parts").any("leads on") + "\\s*:$");

    private EndMarks() {}

    /** The words "(Kèm theo Quyết định …)" under a title are none of it, on however many lines they stand. */
    static List<PlanText> planText(Found soFar) {
        String attachedTo = soFar.structure().attachedTo();
        List<Line> text = new ArrayList<>();
        boolean inBracket = false;
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || Structure.isRule(line.text())) {
                continue;
            }
            boolean attached = attachedTo != null && line.text().contains(attachedTo);
            if (!attached && !inBracket) {
                text.add(line);
            }
            inBracket = (inBracket || attached && line.text().startsWith("("))
                    && line.text().indexOf(')') < 0;
        }
        return text.isEmpty() || onlyAnnounces(text)
                ? List.of()
                : List.of(new PlanText(text.size(), text.get(0).span()));
    }

    /** Whether nothing stands behind "… ban hành Kế hoạch như sau:". */
    private static boolean onlyAnnounces(List<Line> text) {
        return LEADS_ON.matcher(text.get(text.size() - 1).text()).find()
                && text.stream().allMatch(line -> line.section.isEmpty() && !line.inTable());
    }

    /** Where no text is, none ends. */
    static List<EndMark> find(Found soFar) {
        if (soFar.all(PlanText.class).isEmpty()) {
            return List.of();
        }
        List<Line> lines = soFar.lines();
        int end = soFar.structure().signatureStart();
        Line last = null;
        for (int i = end - 1; i >= 0 && i >= end - 25; i--) {
            Line line = lines.get(i);
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.COVER) {
                break;
            }
            if (Structure.isRule(line.text())) {
                continue;
            }
            last = last == null ? line : last;
            if (END_MARK.matcher(line.text()).find()) {
                return List.of(new EndMark(true, line.span()));
            }
        }
        if (last == null) {
            return List.of();
        }
        int from =
                Math.max(0, last.text().lastIndexOf(' ', Math.max(0, last.text().length() - 40)) + 1);
        return List.of(new EndMark(false, last.span(from, last.text().length())));
    }
}
