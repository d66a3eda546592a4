package org.planlint.report;

import java.util.function.Function;

/** A text in both languages. */
public record Text(String vi, String en) {
    /** The program's own words for {@code key}. */
    public static Text of(String key) {
        return each(language -> language.words().getString(key));
    }

    public static Text each(Function<Language, String> words) {
        return new Text(words.apply(Language.VI), words.apply(Language.EN));
    }

    public String in(Language language) {
        return language == Language.EN ? en : vi;
    }
}
