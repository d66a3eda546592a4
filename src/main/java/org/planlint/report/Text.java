package org.planlint.report;

/** A text in both languages. */
public record Text(String vi, String en) {
    public String in(Language language) {
        return language == Language.EN ? en : vi;
    }
}
