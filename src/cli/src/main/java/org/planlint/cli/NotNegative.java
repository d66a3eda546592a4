package org.planlint.cli;

import picocli.CommandLine.ITypeConverter;

/** A whole number, 0 included. */
final class NotNegative implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        int number = Integer.parseInt(value);
        if (number < 0) {
            throw new NumberFormatException(value);
        }
        return number;
    }
}
