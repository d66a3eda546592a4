package org.planlint.extract.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.planlint.extract.ListLabel;
import org.planlint.extract.Xml;
import org.planlint.extract.word.WordStyles.ParaProps;

/** Word's automatic list numbers, which stand nowhere in the text: counted here as Word counts them. */
final class WordNumbering {
    /** Of a file without lists. */
    static final WordNumbering NONE = new WordNumbering(null);

    private static final int LEVELS = 9;
    /** A level on which nothing stands yet; zero may be a number of its own. */
    private static final int NOT_BEGUN = -1;

    private record Level(
            int start,
            String format,
            String text,
            String suffix,
            boolean legal,
            Integer restart,
            String style,
            ParaProps indents) {}

    private final Map<String, Level[]> abstracts = new HashMap<>();
    private final Map<String, String> numToAbstract = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> startOverrides = new HashMap<>();
    private final Map<String, Map<Integer, Level>> levelOverrides = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    WordNumbering(WordElement numbering) {
        if (numbering == null) {
            return;
        }
        Map<String, String> links = new HashMap<>();
        Map<String, String> styleLinks = new HashMap<>();
        for (WordElement e : numbering.children()) {
            if (e.name().equals("abstractNum")) {
                String id = e.attr("abstractNumId");
                abstracts.put(id, levels(e));
                String link = e.val("numStyleLink");
                if (link != null) {
                    links.put(id, link);
                }
                String styleLink = e.val("styleLink");
                if (styleLink != null) {
                    styleLinks.put(styleLink, id);
                }
            } else if (e.name().equals("num")) {
                readNum(e);
            }
        }
        numToAbstract.replaceAll((num, id) -> links.containsKey(id) ? styleLinks.getOrDefault(links.get(id), id) : id);
    }

    private void readNum(WordElement num) {
        String id = num.attr("numId");
        numToAbstract.put(id, num.val("abstractNumId"));
        for (WordElement e : num.children()) {
            if (!e.name().equals("lvlOverride")) {
                continue;
            }
            Double at = Xml.number(e.attr("ilvl"));
            if (at == null) {
                continue;
            }
            Double start = Xml.number(e.val("startOverride"));
            if (start != null) {
                startOverrides.computeIfAbsent(id, k -> new HashMap<>()).put(at.intValue(), start.intValue());
            }
            WordElement level = e.child("lvl");
            if (level != null) {
                levelOverrides.computeIfAbsent(id, k -> new HashMap<>()).put(at.intValue(), level(level));
            }
        }
    }

    private static Level[] levels(WordElement abstractNum) {
        Level[] levels = new Level[LEVELS];
        for (WordElement e : abstractNum.children()) {
            Double at = Xml.number(e.attr("ilvl"));
            if (e.name().equals("lvl") && at != null && at >= 0 && at < LEVELS) {
                levels[at.intValue()] = level(e);
            }
        }
        return levels;
    }

    private static Level level(WordElement e) {
        Double start = Xml.number(e.val("start"));
        Double restart = Xml.number(e.val("lvlRestart"));
        String format = e.val("numFmt");
        WordElement legal = e.child("isLgl");
        return new Level(
                start == null ? 0 : start.intValue(),
                format == null ? "decimal" : format,
                e.val("lvlText"),
                e.val("suff"),
                legal != null && Xml.isOn(legal.attr("val")),
                restart == null ? null : restart.intValue(),
                e.val("pStyle"),
                indents(e.child("pPr")));
    }

    private static ParaProps indents(WordElement pPr) {
        ParaProps own = new ParaProps();
        if (pPr != null) {
            ParaProps all = WordStyles.readParagraph(pPr);
            own.left = all.left;
            own.right = all.right;
            own.firstLine = all.firstLine;
        }
        return own;
    }

    /** The indents of the level at which a paragraph stands; null for one in no list. */
    ParaProps indents(ParaProps paragraph) {
        if (paragraph.numId == null) {
            return null;
        }
        Level[] levels = abstracts.get(numToAbstract.get(paragraph.numId));
        int at = levelOf(paragraph);
        Level level = levels == null || at < 0 || at >= LEVELS ? null : level(paragraph.numId, levels, at);
        return level == null ? null : level.indents;
    }

    /** The level that the paragraph names, or its style. */
    int levelOf(ParaProps paragraph) {
        return paragraph.level != null ? paragraph.level : levelOfStyle(paragraph.numId, paragraph.style);
    }

    /** The level that a paragraph style takes in its list, where the paragraph names none. */
    int levelOfStyle(String numId, String style) {
        Level[] levels = abstracts.get(numToAbstract.get(numId));
        for (int i = 0; levels != null && style != null && i < LEVELS; i++) {
            if (levels[i] != null && style.equals(levels[i].style())) {
                return i;
            }
        }
        return 0;
    }

    /** The label of the next paragraph of this list and level, with the space behind it; empty for none. */
    String next(String numId, int at) {
        String id = numToAbstract.get(numId);
        Level[] levels = id == null ? null : abstracts.get(id);
        if (levels == null || at < 0 || at >= LEVELS || level(numId, levels, at) == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(id, k -> notBegun());
        if (begun.add(numId)) {
            startOverrides.getOrDefault(numId, Map.of()).forEach((level, start) -> {
                if (level >= 0 && level < LEVELS) {
                    counts[level] = NOT_BEGUN;
                    counters.put(id + "/" + numId + "/" + level, new int[] {start});
                }
            });
        }
        for (int i = 0; i <= at; i++) {
            if (counts[i] == NOT_BEGUN) {
                counts[i] = start(numId, id, levels, i) - (i == at ? 1 : 0);
            }
        }
        counts[at]++;
        for (int i = at + 1; i < LEVELS; i++) {
            Level deeper = level(numId, levels, i);
            if (deeper == null || deeper.restart() == null || deeper.restart() != 0 && at < deeper.restart()) {
                counts[i] = NOT_BEGUN;
            }
        }
        return label(numId, levels, counts, at);
    }

    private static int[] notBegun() {
        int[] counts = new int[LEVELS];
        Arrays.fill(counts, NOT_BEGUN);
        return counts;
    }

    private int start(String numId, String id, Level[] levels, int at) {
        int[] override = counters.get(id + "/" + numId + "/" + at);
        Level level = level(numId, levels, at);
        return override != null ? override[0] : level == null ? 1 : level.start();
    }

    private Level level(String numId, Level[] levels, int at) {
        return levelOverrides.getOrDefault(numId, Map.of()).getOrDefault(at, levels[at]);
    }

    private String label(String numId, Level[] levels, int[] counts, int at) {
        Level level = level(numId, levels, at);
        String pattern = level.text() == null ? "" : level.text();
        if (level.format().equals("bullet")) {
            return pattern.isEmpty() ? "" : bullet(pattern) + gap(level);
        }
        if (level.format().equals("none")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length() && Character.isDigit(pattern.charAt(i + 1))) {
                int which = pattern.charAt(++i) - '1';
                if (which >= 0 && which < LEVELS && level(numId, levels, which) != null) {
                    String format = level.legal() && which != at
                            ? "decimal"
                            : level(numId, levels, which).format();
                    out.append(formatOf(format).format(counts[which]));
                }
            } else {
                out.append(c);
            }
        }
        return out.isEmpty() ? "" : out + gap(level);
    }

    private static String gap(Level level) {
        return "nothing".equals(level.suffix()) ? "" : " ";
    }

    /** Symbol fonts keep their bullets in the private area; a dash and a plus stay what they are. */
    private static String bullet(String pattern) {
        char c = pattern.charAt(0);
        return c >= 0xE000 && c <= 0xF8FF || c > 0x2100 ? "•" : pattern;
    }

    private static ListLabel formatOf(String word) {
        return switch (word) {
            case "upperRoman" -> ListLabel.UPPER_ROMAN;
            case "lowerRoman" -> ListLabel.LOWER_ROMAN;
            case "upperLetter" -> ListLabel.UPPER_LETTER;
            case "lowerLetter" -> ListLabel.LOWER_LETTER;
            case "decimalZero" -> ListLabel.DECIMAL_ZERO;
            case "none" -> ListLabel.NONE;
            default -> ListLabel.DECIMAL;
        };
    }
}
