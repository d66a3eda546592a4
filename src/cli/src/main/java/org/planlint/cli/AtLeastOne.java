package org.planlint.cli;

import picocli.CommandLine.ITypeConverter;

/** A whole number above 0. */
final class AtLeastOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new NumberFormatException(value);
        }
        return number;
    }
}
