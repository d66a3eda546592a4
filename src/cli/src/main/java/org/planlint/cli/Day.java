package org.planlint.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import picocli.CommandLine.ITypeConverter;

/** A day as clerks write it, 21/11/2026, or as machines do, 2026-11-21. */
final class Day implements ITypeConverter<LocalDate> {
    private static final DateTimeFormatter CLERKS =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDate convert(String value) {
        return value.indexOf('/') < 0 ? LocalDate.parse(value) : LocalDate.parse(value, CLERKS);
    }
}
