package org.planlint.words;

/**
 * Words that say something at a certain place of a text. Most texts hold none of them, which is known sooner than where they stand.
 *
 * @param words   of which the text must hold one, be it inside a word
 * @param pattern how they must stand
 */
public record Signal(Phrases words, Sought pattern) {
    public Signal(Phrases words, String pattern) {
        this(words, new Sought(pattern));
    }

    public boolean in(String text) {
        return words.in(text) && pattern.in(text);
    }
}
