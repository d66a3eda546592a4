package org.planlint.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages that users read. */
public enum Language {
    VI,
    EN;

    private static final Pattern ISO = Pattern.compile("^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$");
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final DateTimeFormatter CLERKS =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final String BUNDLE = "org.planlint.report.messages";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A day as its readers write it: 21/11/2026; 2026-11-21. */
    public String day(LocalDate day) {
        return this == VI ? day.format(VIETNAMESE) : day.toString();
    }

    /**
     * Reads a day as readers of either language write it, 21/11/2026 or 2026-11-21.
     *
     * @throws java.time.format.DateTimeParseException if it is no day
     */
    public static LocalDate readDay(String written) {
        return written.indexOf('/') < 0 ? LocalDate.parse(written) : LocalDate.parse(written, CLERKS);
    }

    /** The same of a day or a month in ISO form, or null for null: a draft has its month alone. */
    public String dayOf(String iso) {
        Matcher parts = iso == null || this != VI ? null : ISO.matcher(iso);
        if (parts == null || !parts.find()) {
            return iso;
        }
        return (parts.group(3) == null ? "" : parts.group(3) + "/") + parts.group(2) + "/" + parts.group(1);
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
