package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.text.NormalText;
import org.planlint.words.FixedWords;
import org.planlint.words.Vocabulary;

/** The two places where official documents stand in two columns: the letterhead, and the recipients beside the signature. */
final class PdfColumns {
    private static final Pattern ENDS_LETTERHEAD = Pattern.compile(".*NGAY.*THANG.*NAM.*");

    /** What the document is stands below its letterhead, at the left as well where a clerk put it there. */
    private static final Pattern TITLE = Pattern.compile(
            Vocabulary.of("documents").get("types", "legislation").folded().any());

    private static final Pattern MOTTO = Pattern.compile(FixedWords.MOTTO_BEGUN);
    private static final Vocabulary WORDS = Vocabulary.of("signature");
    /** The title of one who signs, or the line of authority above it, in capitals without diacritics. */
    private static final Pattern SIGNS = Pattern.compile("(?:(?:TM|KT|TL|TUQ|Q)\\s?[./].*|(?:PHO )?"
            + WORDS.get("titles", "sign beside").folded().any() + "(?: .*)?|(?:[A-Z]+ ){1,2}TRUONG(?: .*)?)");
    /** Rows of the first page among which a letterhead without its national title is looked for. */
    private static final int NEAR_TOP = 8;

    /** A national title that begins so far to the left, as a share of the body, has the agency on its right. */
    private static final double TURNED = 0.2;

    private final double bodyLeft;
    private final double bodyRight;
    private final double bodySize;
    /** A signature block that reached the foot of its page; it may go on. */
    private PdfItem.Columns unfinished;
    /** Of the page before. */
    private double width;

    PdfColumns(double bodyLeft, double bodyRight, double bodySize) {
        this.bodyLeft = bodyLeft;
        this.bodyRight = bodyRight;
        this.bodySize = bodySize;
    }

    /** Whether the last block of the page before may take rows of the next one. */
    boolean mayGoOn() {
        return unfinished != null;
    }

    /** The rows of a page as lines and columns. */
    List<PdfItem> find(List<PdfRow> rows, Page page) {
        List<PdfItem> items = new ArrayList<>();
        boolean turned = page.width() != width;
        width = page.width();
        int i = unfinished == null ? 0 : goOn(rows, turned);
        while (i < rows.size()) {
            String folded = rows.get(i).folded();
            int end;
            boolean mottoAlone = page.number() == 1
                    && i < NEAR_TOP
                    && MOTTO.matcher(folded).find()
                    && rows.stream().noneMatch(row -> row.folded().contains(FixedWords.NATIONAL_TITLE));
            if (mottoAlone
                    || (folded.contains(FixedWords.NATIONAL_TITLE) || folded.contains(FixedWords.PARTY_TITLE))
                            && isHead(rows, i)) {
                int start = headStart(items, rows, i);
                for (int k = start; k < i; k++) {
                    items.remove(items.size() - 1);
                }
                end = letterhead(items, rows, start, i);
            } else if (folded.contains(FixedWords.RECIPIENTS)
                    && folded.indexOf(FixedWords.RECIPIENTS) < 4
                    && rows.get(i).left() < page.width() / 2) {
                int start = signatureStart(items, rows, i, page);
                for (int k = start; k < i; k++) {
                    items.remove(items.size() - 1);
                }
                end = signature(items, rows, start);
            } else if (isOfTwoSigners(rows.get(i)) || isTurned(rows.get(i))) {
                end = signature(items, rows, i);
            } else {
                items.add(new PdfItem.Line(rows.get(i)));
                end = i + 1;
            }
            i = end;
        }
        return items;
    }

    /** Two titles side by side, far apart and in capitals: "TRƯỞNG PHÒNG" and "GIÁM ĐỐC". */
    private boolean isOfTwoSigners(PdfRow row) {
        double[] gap = row.widestGap(bodyLeft + 60, bodyRight, row.size() * 2);
        if (gap == null || !row.text().equals(row.text().toUpperCase(Locale.ROOT))) {
            return false;
        }
        double split = (gap[0] + gap[1]) / 2;
        PdfRow left = row.leftOf(split);
        PdfRow right = row.rightOf(split);
        return left != null
                && right != null
                && SIGNS.matcher(left.folded()).matches()
                && SIGNS.matcher(right.folded()).matches();
    }

    /** One who signs on the left, and the recipients on the right. */
    private boolean isTurned(PdfRow row) {
        double[] gap = row.folded().contains(FixedWords.RECIPIENTS)
                ? row.widestGap(bodyLeft + 60, bodyRight, row.size() * 2)
                : null;
        PdfRow left = gap == null ? null : row.leftOf((gap[0] + gap[1]) / 2);
        return left != null && SIGNS.matcher(left.folded()).matches();
    }

    private static boolean isHead(List<PdfRow> rows, int i) {
        String folded = rows.get(i).folded();
        int at = Math.max(folded.indexOf(FixedWords.NATIONAL_TITLE), folded.indexOf(FixedWords.PARTY_TITLE));
        String text = rows.get(i).text();
        return Character.isUpperCase(text.charAt(Math.min(at + 1, text.length() - 1)));
    }

    /** Rows above the national title that belong to the letterhead: what stands on the page before it, close by. */
    private static int headStart(List<PdfItem> items, List<PdfRow> rows, int at) {
        int start = at;
        while (start > 0
                && !items.isEmpty()
                && items.get(items.size() - 1) instanceof PdfItem.Line
                && rows.get(start).y() - rows.get(start - 1).y() < 28
                && at - start < 4
                && items.size() - (at - start) > 0) {
            start--;
        }
        return start;
    }

    private int letterhead(List<PdfItem> items, List<PdfRow> rows, int start, int title) {
        Letterhead head = new Letterhead(rows.get(title));
        int i = start;
        double lastY = rows.get(start).y();
        for (; i < rows.size() && i < start + 16; i++) {
            PdfRow row = rows.get(i);
            boolean below = i > title;
            if (below
                            && (row.y() - lastY > 60
                                    || TITLE.matcher(row.folded().strip()).matches())
                    || !head.takes(row, below)) {
                break;
            }
            lastY = row.y();
        }
        items.add(new PdfItem.Columns(head.left, head.right, rows.get(start).y()));
        return Math.max(i, title + 1);
    }

    /** The two columns of a letterhead, told apart by where the national title begins. */
    private final class Letterhead {
        final List<PdfRow> left = new ArrayList<>();
        final List<PdfRow> right = new ArrayList<>();
        private final PdfRow title;
        private final double titleX;
        private final double rightCenter;
        /** Null where the columns stand as the decree has them. */
        private final Double turned;

        private double leftCenter;
        /** Place and date are the last line on the right. */
        private boolean dated;

        Letterhead(PdfRow title) {
            this.title = title;
            this.titleX = xOf(title, FixedWords.NATIONAL_TITLE, FixedWords.PARTY_TITLE, FixedWords.MOTTO);
            this.rightCenter = (titleX + title.right()) / 2;
            this.leftCenter = (bodyLeft + titleX) / 2 - 10;
            this.turned = turned();
        }

        /** Takes a row into either column or parts it between them; false if it stands in neither, so that the letterhead is over. */
        boolean takes(PdfRow row, boolean belowTitle) {
            if (turned != null) {
                return takesTurned(row);
            }
            double[] gap = row == title
                    ? new double[] {titleX - 1, titleX}
                    : row.firstGap(titleX - 70, titleX + 170, row.size() * 0.8);
            if (gap != null && (row == title || row.left() < titleX - 45)) {
                part(row, (gap[0] + gap[1]) / 2);
                return true;
            }
            return takesWhole(row, belowTitle);
        }

        /** Where the gap behind the national title parts the columns, if somebody set them the other way round; else null. */
        private Double turned() {
            double[] gap = title.widestGap(bodyLeft + 150, bodyRight, title.size() * 1.5);
            boolean onLeft = titleX < bodyLeft + (bodyRight - bodyLeft) * TURNED;
            return onLeft && gap != null ? Double.valueOf((gap[0] + gap[1]) / 2) : null;
        }

        private boolean takesTurned(PdfRow row) {
            double[] gap = row.firstGap(turned - 70, turned + 120, row.size() * 0.8);
            double split = gap == null ? turned : (gap[0] + gap[1]) / 2;
            if (gap == null && (dated || row.left() < turned - 30 && row.right() > turned + 30)) {
                return false;
            }
            PdfRow l = row.leftOf(split);
            PdfRow r = row.rightOf(split);
            add(left, l);
            add(right, r);
            dated |= l != null && ENDS_LETTERHEAD.matcher(l.folded()).matches();
            return true;
        }

        private void part(PdfRow row, double split) {
            PdfRow l = row.leftOf(split);
            PdfRow r = row.rightOf(split);
            if (l != null) {
                left.add(l);
                leftCenter = row == title ? l.center() : leftCenter;
            }
            if (r != null) {
                right.add(r);
                dated |= ENDS_LETTERHEAD.matcher(r.folded()).matches();
            }
        }

        private boolean takesWhole(PdfRow row, boolean belowTitle) {
            double toLeft = Math.abs(row.center() - leftCenter);
            double toRight = Math.abs(row.center() - rightCenter);
            double toPage = Math.abs(row.center() - (bodyLeft + bodyRight) / 2);
            boolean acrossPage = toPage < Math.min(toLeft, toRight) && belowTitle
                    || row.left() < titleX - 30 && row.right() > titleX + 60;
            if (acrossPage || dated && toLeft > toRight) {
                return false;
            }
            (toLeft < toRight ? left : right).add(row);
            dated |= toLeft >= toRight && ENDS_LETTERHEAD.matcher(row.folded()).matches();
            return true;
        }
    }

    private static double xOf(PdfRow row, String... words) {
        StringBuilder text = new StringBuilder();
        List<Glyph> owners = new ArrayList<>();
        for (Glyph g : row.glyphs()) {
            if (!g.text().isBlank()) {
                for (char c : g.text().toCharArray()) {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        owners.add(g);
                        text.append(c);
                    }
                }
            }
        }
        String folded = NormalText.fold(text.toString());
        for (String word : words) {
            int at = folded.indexOf(word.replace(" ", ""));
            if (at >= 0) {
                return owners.get(at).x();
            }
        }
        return row.left();
    }

    /** The authority line may stand a little above "Nơi nhận". */
    private static int signatureStart(List<PdfItem> items, List<PdfRow> rows, int at, Page page) {
        int start = at;
        while (start > 0
                && at - start < 3
                && items.size() - (at - start) > 0
                && items.get(items.size() - 1 - (at - start)) instanceof PdfItem.Line
                && rows.get(start - 1).left() > page.width() * 0.42
                && rows.get(start).y() - rows.get(start - 1).y() < 26) {
            start--;
        }
        return start;
    }

    private int signature(List<PdfItem> items, List<PdfRow> rows, int start) {
        List<PdfRow> left = new ArrayList<>();
        List<PdfRow> right = new ArrayList<>();
        double pageCenter = (bodyLeft + bodyRight) / 2;
        double rightEdge = Double.MAX_VALUE;
        boolean turned = isTurned(rows.get(start));
        double lastY = rows.get(start).y();
        int i = start;
        for (; i < rows.size(); i++) {
            PdfRow row = rows.get(i);
            if (row.y() - lastY > 150) {
                break;
            }
            boolean first = rightEdge == Double.MAX_VALUE;
            double[] gap =
                    row.widestGap(first ? bodyLeft + 90 : rightEdge - 60, bodyRight, row.size() * (first ? 1.2 : 0.7));
            if (gap != null && gap[0] < pageCenter + 110) {
                double split = (gap[0] + gap[1]) / 2;
                add(left, row.leftOf(split));
                add(right, row.rightOf(split));
                rightEdge = Math.min(rightEdge, gap[1]);
            } else if (row.left() > pageCenter - 45 && row.center() > pageCenter + 30) {
                right.add(row);
                rightEdge = Math.min(rightEdge, row.left());
            } else if (row.right() < pageCenter + 70 && (row.left() < bodyLeft + 60 || turned)) {
                left.add(row);
            } else {
                break;
            }
            lastY = row.y();
        }
        if (i == start) {
            items.add(new PdfItem.Line(rows.get(start)));
            return start + 1;
        }
        PdfItem.Columns block = new PdfItem.Columns(left, right, rows.get(start).y());
        items.add(block);
        if (i == rows.size()) {
            unfinished = block;
        }
        return i;
    }

    /**
     * Recipients that run over the page: small type on the left, or the name on the right, at the top of the next.
     *
     * @param turned whether the next page lies otherwise: then what it holds is no more of them
     */
    private int goOn(List<PdfRow> rows, boolean turned) {
        double pageCenter = (bodyLeft + bodyRight) / 2;
        int i = 0;
        for (; i < rows.size() && !turned; i++) {
            PdfRow row = rows.get(i);
            double[] gap = row.widestGap(bodyLeft + 60, bodyRight, row.size() * 1.2);
            PdfRow leftPart = gap == null ? row : row.leftOf((gap[0] + gap[1]) / 2);
            boolean small = leftPart != null
                    && leftPart.size() < bodySize * 0.93
                    && leftPart.right() < pageCenter + 70
                    && leftPart.left() < bodyLeft + 60;
            boolean right = row.left() > pageCenter - 45 && row.center() > pageCenter + 30;
            if (!small && !right || i > 0 && row.y() - rows.get(i - 1).y() > 150) {
                break;
            }
            if (small && gap != null) {
                unfinished.left().add(leftPart);
                add(unfinished.right(), row.rightOf((gap[0] + gap[1]) / 2));
            } else {
                (small ? unfinished.left() : unfinished.right()).add(row);
            }
        }
        unfinished = null;
        return i;
    }

    private static void add(List<PdfRow> rows, PdfRow row) {
        if (row != null) {
            rows.add(row);
        }
    }
}
