package org.planlint.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port's number; 0 for any that is free. */
final class Port implements ITypeConverter<Integer> {
    private static final int LAST = 65535;

    @Override
    public Integer convert(String value) {
        int port = Integer.parseInt(value);
        if (port < 0 || port > LAST) {
            throw new TypeConversionException("0–65535");
        }
        return port;
    }
}
