package org.planlint.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * The operands and operators of a content, one after the other. ISO 32000-1, 7.8.2.
 *
 * <p>What is written as nearly all of it is, plain numbers, names, strings, arrays of these and operators, is read here off the bytes;
 * for all else, and all that is broken, this steps back to its first byte and leaves it to the library.
 */
final class PdfTokens extends PDFStreamParser {
    /** Stands for the properties of marked content, which nobody asks for. */
    private static final COSDictionary PROPERTIES = new COSDictionary();
    /** Numbers of so many digits are read exactly. */
    private static final int MOST_DIGITS = 15;

    private static final double[] TENS = new double[MOST_DIGITS + 1];
    /** Of one and two bytes, by these; the library would look each up by its name. */
    private static final Operator[] SHORT = new Operator[1 << 14];

    private static final int KNOWN_NAMES = 64;

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final ContentBytes content;
    private final byte[] bytes;
    /** Of what lies in memory. */
    private int end;

    private final byte[][] spelt = new byte[KNOWN_NAMES][];
    private final COSName[] names = new COSName[KNOWN_NAMES];
    /** Of the string and of the array that is being read. */
    private byte[] string = new byte[64];

    private final List<COSBase> elements = new ArrayList<>();

    PdfTokens(PDContentStream content) throws IOException {
        super(new Unpacked(content));
        this.content = (ContentBytes) source;
        this.bytes = this.content.bytes();
    }

    /** The next, or null behind the last. */
    @Override
    public Object parseNextToken() throws IOException {
        if (!content.isClosed()) {
            content.look();
            end = content.end();
            int from = skipped(content.at());
            Object token = from < end ? token(from) : null;
            if (token != null) {
                return token;
            }
            content.go(from);
        }
        return super.parseNextToken();
    }

    /** Null for one that is left to the library. */
    private Object token(int from) {
        int first = bytes[from];
        return switch (first) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> number(from, false);
            case '(' -> literal(from);
            case '<' -> from + 1 < end && bytes[from + 1] == '<' ? properties(from) : hex(from);
            case '[' -> array(from);
            case '/' -> name(from);
            default -> isOfOperator(first) ? operator(from) : null;
        };
    }

    /** Behind white space. */
    private int skipped(int from) {
        int i = from;
        while (i < end && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isFigure(int b) {
        return b >= '0' && b <= '9';
    }

    /** ISO 32000-1, 7.3.3. In an array the library takes more signs for a part of it. */
    private COSNumber number(int from, boolean inArray) {
        int i = from;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; i < end; i++) {
            byte b = bytes[i];
            if (isFigure(b)) {
                digits = digits * 10 + (b - '0');
                count++;
            } else if (b == '.' && point < 0) {
                point = count;
            } else {
                break;
            }
            if (count > MOST_DIGITS) {
                return null;
            }
        }
        if (count == 0 || i < end && isOddBehindNumber(bytes[i], inArray)) {
            return null;
        }
        content.go(i);
        if (point < 0) {
            return COSInteger.get(negative ? -digits : digits);
        }
        double value = digits / TENS[count - point];
        float rounded = (float) value;
        if (isHalfway(value)) {
            rounded = Float.parseFloat(new String(bytes, from, i - from, StandardCharsets.ISO_8859_1));
        } else if (negative) {
            rounded = -rounded;
        }
        return rounded == 0 ? COSFloat.ZERO : new COSFloat(rounded);
    }

    private static boolean isOddBehindNumber(byte b, boolean inArray) {
        return b == '-' || inArray && (b == '+' || b == '.' || b == 'E' || b == 'e');
    }

    /** Whether it lies as near to one float as to the next, so that what was lost in dividing tells. */
    private static boolean isHalfway(double value) {
        return (Double.doubleToRawLongBits(value) & 0x1FFFFFFF) == 0x10000000;
    }

    /** ISO 32000-1, 7.3.4.2, without parentheses within. */
    private COSString literal(int from) {
        int length = 0;
        for (int i = from + 1; i < end; i++) {
            byte b = bytes[i];
            if (b == ')') {
                content.go(i + 1);
                return string(length);
            }
            if (b == '(') {
                return null;
            }
            if (b == '\\') {
                i++;
                int escaped = i + 3 < end ? escaped(i) : -1;
                if (escaped < 0) {
                    return null;
                }
                b = (byte) escaped;
                if (isFigure(bytes[i])) {
                    i += 2;
                }
            }
            put(b, length++);
        }
        return null;
    }

    /** The byte behind a backslash; -1 for what is rare. */
    private int escaped(int i) {
        return switch (bytes[i]) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '(' -> '(';
            case '\\' -> '\\';
            default -> octal(i);
        };
    }

    private int octal(int i) {
        int code = 0;
        for (int k = i; k < i + 3; k++) {
            if (bytes[k] < '0' || bytes[k] > '7') {
                return -1;
            }
            code = code * 8 + bytes[k] - '0';
        }
        return code & 0xFF;
    }

    /** ISO 32000-1, 7.3.4.3. */
    private COSString hex(int from) {
        int count = 0;
        int half = 0;
        for (int i = from + 1; i < end; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit >= 0) {
                if ((count & 1) == 0) {
                    half = digit << 4;
                } else {
                    put((byte) (half | digit), count >> 1);
                }
                count++;
            } else if (bytes[i] == '>') {
                if ((count & 1) == 1) {
                    put((byte) half, count++ >> 1);
                }
                content.go(i + 1);
                return string(count >> 1);
            } else if (bytes[i] == 0 || !isBlank(bytes[i])) {
                return null;
            }
        }
        return null;
    }

    private void put(byte b, int place) {
        if (place == string.length) {
            string = Arrays.copyOf(string, place * 2);
        }
        string[place] = b;
    }

    private COSString string(int length) {
        return new COSString(Arrays.copyOf(string, length));
    }

    /** Of numbers and strings. */
    private COSArray array(int from) {
        elements.clear();
        int i = skipped(from + 1);
        while (i < end && bytes[i] != ']') {
            byte b = bytes[i];
            COSBase element = null;
            if (b == '(') {
                element = literal(i);
            } else if (b == '<') {
                element = i + 1 < end && bytes[i + 1] == '<' ? null : hex(i);
            } else if (isFigure(b) || b == '-' || b == '+' || b == '.') {
                element = number(i, true);
            }
            if (element == null) {
                return null;
            }
            elements.add(element);
            i = skipped(content.at());
        }
        if (i >= end) {
            return null;
        }
        content.go(i + 1);
        return new COSArray(elements);
    }

    /** Of the kind {@code <</MCID 5>>}. ISO 32000-1, 14.7.4.4. */
    private COSDictionary properties(int from) {
        int i = skipped(from + 2);
        while (i < end && bytes[i] == '/') {
            if (name(i) == null) {
                return null;
            }
            i = skipped(content.at());
            int number = i;
            while (i < end && isFigure(bytes[i])) {
                i++;
            }
            if (i == number || i - number > MOST_DIGITS) {
                return null;
            }
            i = skipped(i);
        }
        if (i + 1 >= end || bytes[i] != '>' || bytes[i + 1] != '>') {
            return null;
        }
        content.go(i + 2);
        return PROPERTIES;
    }

    /** ISO 32000-1, 7.3.5, without numbers of characters. */
    private COSName name(int from) {
        int i = from + 1;
        int hash = 0;
        while (i < end && !isEndOfName(bytes[i] & 0xFF)) {
            if (bytes[i] == '#') {
                return null;
            }
            hash = hash * 31 + bytes[i];
            i++;
        }
        if (i == end && !content.isWhole()) {
            return null;
        }
        content.go(i);
        int place = hash & KNOWN_NAMES - 1;
        byte[] known = spelt[place];
        if (known == null || !Arrays.equals(known, 0, known.length, bytes, from + 1, i)) {
            spelt[place] = Arrays.copyOfRange(bytes, from + 1, i);
            names[place] = COSName.getPDFName(spelt[place]);
        }
        return names[place];
    }

    private static boolean isOfOperator(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '*' || b == '\'' || b == '"';
    }

    /** One of up to three bytes, but for those that begin a picture in the content, or end it. */
    private Operator operator(int from) {
        int i = from;
        while (i < end && i < from + 4 && isOfOperator(bytes[i])) {
            i++;
        }
        int length = i - from;
        boolean ended = i == end || isBlank(bytes[i]) || bytes[i] == '[' || bytes[i] == '(' || bytes[i] == '/';
        boolean ofPicture = bytes[from] == 'I' || bytes[from] == 'B' && length == 2 && bytes[from + 1] == 'I';
        if (length > 3 || !ended || ofPicture) {
            return null;
        }
        content.go(i);
        if (length == 3) {
            return Operator.getOperator(new String(bytes, from, 3, StandardCharsets.ISO_8859_1));
        }
        int place = bytes[from] << 7 | (length == 2 ? bytes[from + 1] : 0);
        Operator known = SHORT[place];
        if (known == null) {
            known = Operator.getOperator(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
            SHORT[place] = known;
        }
        return known;
    }

    /** The content, which the library would unpack piece by piece. */
    private record Unpacked(PDContentStream content) implements PDContentStream {
        @Override
        public InputStream getContents() throws IOException {
            return content.getContents();
        }

        @Override
        public RandomAccessRead getContentsForRandomAccess() throws IOException {
            return new ContentBytes(content);
        }

        @Override
        public PDResources getResources() {
            return content.getResources();
        }

        @Override
        public PDRectangle getBBox() {
            return content.getBBox();
        }

        @Override
        public Matrix getMatrix() {
            return content.getMatrix();
        }
    }
}
