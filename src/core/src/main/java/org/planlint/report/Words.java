package org.planlint.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Fills the program's own sentences, whatever the machine's locale. */
public final class Words {
    private Words() {}

    public static String say(ResourceBundle words, String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(plain);
    }

    /** Without the characters that XML may not hold. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000) {
                out.appendCodePoint(c);
            } else {
                out.append('\uFFFD');
            }
        });
        return out.toString();
    }
}
