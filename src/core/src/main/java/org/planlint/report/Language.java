package org.planlint.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** Languages that users read. */
public enum Language {
    VI,
    EN;

    private static final String BUNDLE = "org.planlint.report.messages";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code();
    }

    /** The program's own words in this language; the machine's locale has no say. */
    public ResourceBundle words() {
        return ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(code()),
                Language.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
