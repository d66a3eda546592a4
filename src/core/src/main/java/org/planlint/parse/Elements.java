package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Attachment;
import org.planlint.facts.AuthorityLine;
import org.planlint.facts.Column;
import org.planlint.facts.Element;
import org.planlint.facts.Element.Kind;
import org.planlint.facts.LegalBasis;
import org.planlint.facts.Letterhead;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.text.Area;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Place;
import org.planlint.text.Span;

/** Finds the lines whose type the decree prescribes, where the other finders say that they stand. */
final class Elements {
    /** Points by which words that are moved in from the edge may as well look centred. */
    private static final double MOVED_IN = 36;

    /** Points about the middle of the page that belong to neither half. */
    private static final double ABOUT_MIDDLE = 20;
    /** Points between the upper edges of what is printed side by side. */
    private static final double LEVEL = 30;

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)?");
    private static final int LONGEST_HEADING = 150;
    private static final int LINES_OF_ANNEX_TITLE = 4;

    private final Found soFar;
    private final List<Element> found = new ArrayList<>();

    private Elements(Found soFar) {
        this.soFar = soFar;
    }

    static List<Element> find(Found soFar) {
        List<Section> sections = soFar.all(Section.class);
        List<Signature> signatures = soFar.all(Signature.class);
        List<AuthorityLine> authority = soFar.all(AuthorityLine.class);
        List<RecipientsBlock> labels = soFar.all(RecipientsBlock.class);
        List<Recipient> recipients = soFar.all(Recipient.class);
        List<ArchiveLine> archive = soFar.all(ArchiveLine.class);
        List<Attachment> attachments = soFar.all(Attachment.class);
        List<LegalBasis> bases = soFar.all(LegalBasis.class);
        Elements elements = new Elements(soFar);
        elements.letterhead();
        elements.title();
        bases.forEach(basis -> elements.add(Kind.LEGAL_BASIS, elements.line(basis.span())));
        sections.stream()
                .filter(section -> section.kind() == Section.Kind.ROMAN && section.part() == 0)
                .forEach(section -> elements.heading(elements.line(section.span())));
        authority.forEach(line -> elements.add(Kind.AUTHORITY, line.span()));
        signatures.forEach(elements::signature);
        labels.forEach(label -> elements.add(Kind.RECIPIENTS, label(label.span())));
        recipients.forEach(recipient -> elements.add(Kind.RECIPIENT, recipient.span()));
        archive.forEach(line -> elements.add(Kind.RECIPIENT, line.span()));
        attachments.stream().filter(Attachment::isAnnex).forEach(elements::annex);
        return elements.found;
    }

    private void letterhead() {
        Letterhead head = soFar.head().letterhead();
        add(Kind.NATIONAL_TITLE, head.nationalTitle());
        add(Kind.MOTTO, head.motto());
        soFar.head().parentLines().forEach(line -> add(Kind.PARENT, line));
        soFar.head().agencyLines().forEach(line -> add(Kind.AGENCY, line));
        add(Kind.NUMBER, head.numberLine());
        add(Kind.DATE, head.dateLine());
    }

    private void title() {
        BareLine title = soFar.structure().title();
        if (title != null) {
            add(Kind.TYPE, title.span());
            soFar.structure().subjectLines().forEach(line -> add(Kind.SUBJECT, line.span()));
        }
    }

    /** A Roman number may also open a sentence, or a heading with words behind its colon. */
    private void heading(Span line) {
        String text = line == null ? "" : line.text().strip();
        int colon = text.indexOf(':');
        if (!text.isEmpty()
                && text.length() < LONGEST_HEADING
                && (colon < 0 || colon == text.length() - 1)
                && !text.endsWith(";")
                && !text.endsWith(".")) {
            add(Kind.HEADING, line);
        }
    }

    private void signature(Signature signature) {
        if (signature.position() != null) {
            add(Kind.POSITION, signature.span());
        }
        add(Kind.SIGNER, signature.nameSpan());
    }

    /** "Nơi nhận:" without what may stand behind it. */
    private static Span label(Span line) {
        int colon = line.text().indexOf(':');
        return colon < 0 || colon == line.text().length() - 1
                ? line
                : new Span(
                        line.paragraph(),
                        line.start(),
                        line.start() + colon + 1,
                        line.text().substring(0, colon + 1),
                        line.confidence());
    }

    /** The annex's number alone on its line, below it the title, and what it belongs to. */
    private void annex(Attachment annex) {
        Line head = soFar.lineAt(annex.span());
        if (head == null || !Structure.isAnnexHead(head.text()) || head.inData()) {
            return;
        }
        add(Kind.ANNEX, annex.span());
        List<Line> lines = soFar.lines();
        for (int i = head.index + 1; i < Math.min(lines.size(), head.index + 1 + LINES_OF_ANNEX_TITLE); i++) {
            Line line = lines.get(i);
            if (line.inData()
                    || !line.section.isEmpty()
                    || line.part != head.part
                    || line.text().startsWith("(")) {
                break;
            }
            if (line.isCapitals() && !Structure.isRule(line.text())) {
                add(Kind.ANNEX_TITLE, line.span());
            }
        }
        if (annex.namedSpan() != null && annex.namedSpan().text().strip().startsWith("(")) {
            add(Kind.ANNEX_REFERENCE, annex.namedSpan());
        }
    }

    private Span line(Span words) {
        Line line = soFar.lineAt(words);
        return line == null ? null : line.span();
    }

    private void add(Kind kind, Span span) {
        if (span == null) {
            return;
        }
        Line line = soFar.lineAt(span);
        Paragraph paragraph = soFar.document().paragraphs().get(span.paragraph());
        Face face = Face.of(paragraph, span.start(), span.end());
        Double centre = centre(span);
        found.add(new Element(
                kind,
                face.size(),
                face.bold(),
                face.italic(),
                isCapitals(span.text()),
                centre == null && paragraph.lines().isEmpty() ? alignment(paragraph, span) : printed(paragraph, centre),
                isBesideRecipients(kind, span, centre) ? Column.RIGHT : column(line, paragraph, centre),
                centre,
                span));
    }

    /** What stands in brackets may be small. */
    private static boolean isCapitals(String words) {
        String text = BRACKETS.matcher(words).replaceAll("");
        return text.chars().anyMatch(Character::isLetter) && text.chars().noneMatch(Character::isLowerCase);
    }

    /** Of words that share their line with others, or that spaces, tabs or a wide indent move, nothing is known. */
    private static Alignment alignment(Paragraph paragraph, Span span) {
        Paragraph.Layout layout = paragraph.layout();
        String text = paragraph.text();
        int from = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int to = text.indexOf('\n', span.end());
        String before = text.substring(Math.min(from, span.start()), span.start());
        boolean apart = before.isBlank()
                && text.substring(span.end(), to < 0 ? text.length() : to).isBlank();
        boolean moved = !before.isEmpty()
                || layout.leftIndent() != null && layout.leftIndent() > MOVED_IN
                || layout.firstLineIndent() != null && layout.firstLineIndent() > MOVED_IN;
        return !apart || moved && layout.alignment() != Alignment.CENTER ? null : layout.alignment();
    }

    /** On a page a line is centred or not; of several lines that fill their column nobody can tell. */
    private Alignment printed(Paragraph paragraph, Double centre) {
        PageFormat format = soFar.document().format(paragraph.page());
        if (centre == null || format == null || format.left() == null || format.right() == null) {
            return null;
        }
        double off = centre - middle(format);
        return Math.abs(off) <= MOVED_IN ? Alignment.CENTER : off < -2 * MOVED_IN ? Alignment.LEFT : null;
    }

    /** The middle of the words on the page, or null where the format does not say. */
    private Double centre(Span span) {
        Area area = area(span);
        return area == null ? null : Double.valueOf(area.box().x() + area.box().width() / 2);
    }

    /** On a page that lies across both columns may stand left of its middle. */
    private boolean isBesideRecipients(Kind kind, Span span, Double centre) {
        return centre != null
                && (kind == Kind.AUTHORITY || kind == Kind.POSITION)
                && soFar.all(RecipientsBlock.class).stream().anyMatch(label -> {
                    Area left = area(label.span());
                    Area right = area(span);
                    return left != null
                            && left.page() == right.page()
                            && Math.abs(left.box().y() - right.box().y()) < LEVEL
                            && right.box().x() > left.box().x() + left.box().width();
                });
    }

    /** Where the words of one line are printed, or null. */
    private Area area(Span span) {
        List<Area> areas = soFar.areas(span);
        return areas.size() == 1 ? areas.get(0) : null;
    }

    private Column column(Line line, Paragraph paragraph, Double centre) {
        if (line == null) {
            return null;
        }
        if (centre != null) {
            PageFormat format = soFar.document().format(paragraph.page());
            return format == null ? null : half(centre, middle(format));
        }
        if (line.table != null) {
            boolean alone = line.table.rows().get(line.row).cells().size() < 2;
            return alone ? Column.MIDDLE : line.column == 0 ? Column.LEFT : Column.RIGHT;
        }
        return paragraph.place() == Place.BODY ? columnOfLayout(paragraph) : null;
    }

    /** Of what is printed between the margins; of the paper where they are unknown. */
    private static double middle(PageFormat format) {
        return format.left() == null || format.right() == null
                ? format.width() / 2
                : (format.left() + format.width() - format.right()) / 2;
    }

    private static Column half(double centre, double middle) {
        return centre < middle - ABOUT_MIDDLE
                ? Column.LEFT
                : centre > middle + ABOUT_MIDDLE ? Column.RIGHT : Column.MIDDLE;
    }

    /** A paragraph over the whole width: where its alignment and its indents put it. */
    private static Column columnOfLayout(Paragraph paragraph) {
        Paragraph.Layout layout = paragraph.layout();
        String text = paragraph.text();
        if (layout.alignment() == null || text.indexOf('\t') >= 0 || text.startsWith(" ") || text.contains("   ")) {
            return null;
        }
        boolean movedIn = layout.leftIndent() != null && layout.leftIndent() > MOVED_IN;
        boolean movedOut = layout.rightIndent() != null && layout.rightIndent() > MOVED_IN;
        return switch (layout.alignment()) {
            case RIGHT -> movedOut ? null : Column.RIGHT;
            case CENTER -> movedIn == movedOut ? Column.MIDDLE : movedIn ? Column.RIGHT : Column.LEFT;
            case LEFT, JUSTIFIED -> movedIn ? null : Column.LEFT;
        };
    }
}
