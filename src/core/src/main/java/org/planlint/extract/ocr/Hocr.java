package org.planlint.extract.ocr;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.Xml;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;

/** Reads hOCR, the web page in which engines write what they recognised: one span a line, in it one a word. */
public final class Hocr {
    private static final Pattern PROPERTY = Pattern.compile("(\\p{Lower}[\\p{Lower}_]*)((?: -?[\\d.]+)+)");
    private static final double[] NONE = {};
    /** Shorter words may be higher than broad. */
    private static final int TELLING = 3;

    private Hocr() {}

    /** @throws XMLStreamException if it is no hOCR, or not whole */
    public static List<Line> lines(byte[] hocr) throws XMLStreamException {
        XMLStreamReader in = Xml.stream(new ByteArrayInputStream(hocr));
        List<Line> lines = new ArrayList<>();
        String line = null;
        List<Word> words = new ArrayList<>();
        while (in.hasNext()) {
            int event = in.next();
            if (event != XMLStreamReader.START_ELEMENT || !in.getLocalName().equals("span")) {
                continue;
            }
            String kind = String.valueOf(in.getAttributeValue(null, "class"));
            String title = in.getAttributeValue(null, "title");
            if (kind.equals("ocrx_word")) {
                add(words, title, text(in));
            } else if (kind.startsWith("ocr_")) {
                close(lines, line, words);
                line = title;
                words = new ArrayList<>();
            }
        }
        close(lines, line, words);
        return lines;
    }

    private static void add(List<Word> words, String title, String text) {
        double[] box = property(title, "bbox");
        double[] confidence = property(title, "x_wconf");
        if (box.length == 4 && !text.isBlank()) {
            int sure = confidence.length == 0 ? 0 : (int) confidence[0];
            words.add(new Word(text.strip(), box[0], box[1], box[2], box[3], sure));
        }
    }

    /** Adds the line unless it stands on end; its baseline is given from the lower left corner of its box. */
    private static void close(List<Line> lines, String title, List<Word> words) {
        if (title == null) {
            return;
        }
        double[] box = property(title, "bbox");
        double[] baseline = property(title, "baseline");
        double[] size = property(title, "x_size");
        double slope = baseline.length == 2 ? baseline[0] : 0;
        if (words.isEmpty() || property(title, "textangle").length > 0 || standOnEnd(words)) {
            return;
        }
        double left = box.length == 4 ? box[0] : words.get(0).left();
        double bottom = box.length == 4 ? box[3] : words.get(0).bottom();
        double offset = baseline.length == 2 ? baseline[1] : 0;
        double height =
                words.stream().mapToDouble(w -> w.bottom() - w.top()).max().orElse(1);
        lines.add(new Line(words, bottom + offset - slope * left, slope, size.length == 1 ? size[0] : height));
    }

    /** Tesseract reads pages that lie on their side as well, and gives the boxes of their words as they lie. */
    private static boolean standOnEnd(List<Word> words) {
        double broad = 0;
        double high = 0;
        for (Word word : words) {
            if (word.text().length() >= TELLING) {
                broad += word.right() - word.left();
                high += word.bottom() - word.top();
            }
        }
        return high > broad;
    }

    private static double[] property(String title, String name) {
        Matcher properties = PROPERTY.matcher(title);
        while (properties.find()) {
            if (properties.group(1).equals(name)) {
                return Arrays.stream(properties.group(2).strip().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
        }
        return NONE;
    }

    /** The characters up to the end of the element, those in emphasis too. */
    private static String text(XMLStreamReader in) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (in.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS -> text.append(in.getText());
                default -> {}
            }
        }
        return text.toString();
    }
}
