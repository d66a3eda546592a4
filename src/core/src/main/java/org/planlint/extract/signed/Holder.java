package org.planlint.extract.signed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Who holds a certificate, read from its subject.
 *
 * @param name         the common name, or null
 * @param organisation units and organisations, innermost first, without the holder itself
 * @param identifier   "MST:0123456789", "CCCD:…", or null
 */
record Holder(Kind kind, String name, List<String> organisation, String identifier) {
    static final Holder NOBODY = new Holder(Kind.UNKNOWN, null, List.of(), null);

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String UNIT = "2.5.4.11";
    private static final String ORGANISATION = "2.5.4.10";
    private static final String USER_ID = "0.9.2342.19200300.100.1.1";

    private static final Vocabulary WORDS = Vocabulary.of("certificates");
    private static final Pattern BODY = Pattern.compile("(?iu)^" + WORDS.any("bodies") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern OF_PERSON = Pattern.compile("(?iu)^" + WORDS.any("numbers of people") + "\\s*:.*");
    private static final Pattern OF_BODY = Pattern.compile("(?iu)^" + WORDS.any("numbers of bodies") + "\\s*:.*");
    /** A syllable without its marks; names of the peoples of the highlands have others as well. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDGHKLMNPQRSTVX])?[AEIOUY]{1,3}(?:NG|NH|CH|[CMNPT])?");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-–]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_SYLLABLES = 6;

    /** @param subject a distinguished name (X.501) */
    static Holder of(Der subject) {
        List<String> units = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        String name = null;
        boolean unitsFirst = false;
        for (Der set : subject.children()) {
            for (Der attribute : set.children()) {
                String value = plain(attribute.child(1).text());
                switch (attribute.child(0).oid()) {
                    case COMMON_NAME -> name = value;
                    case UNIT -> {
                        units.add(value);
                        unitsFirst |= organisations.isEmpty();
                    }
                    case ORGANISATION -> organisations.add(value);
                    case USER_ID -> numbers.add(value);
                    default -> {
                        // Country, place, address: nothing that tells who it is.
                    }
                }
            }
        }
        // The bytes go from the country inwards; a few authorities write them the other way round.
        if (!unitsFirst) {
            Collections.reverse(units);
        }
        List<String> all = new ArrayList<>(units);
        all.addAll(organisations);
        String holder = name;
        List<String> above = all.stream()
                .filter(one -> !one.isEmpty() && !isSame(one, holder))
                .distinct()
                .toList();
        String number = numbers.stream()
                .filter(OF_PERSON.asMatchPredicate().or(OF_BODY.asMatchPredicate()))
                .findFirst()
                .orElse(numbers.isEmpty() ? null : numbers.get(0));
        return new Holder(kind(name, all, numbers), name, above, number);
    }

    private static Kind kind(String name, List<String> organisation, List<String> numbers) {
        if (name == null) {
            return Kind.UNKNOWN;
        }
        if (numbers.stream().anyMatch(OF_PERSON.asMatchPredicate())) {
            return Kind.PERSON;
        }
        boolean person = isPerson(name);
        boolean body = BODY.matcher(asRead(name)).matches()
                || organisation.stream().anyMatch(one -> isSame(one, name))
                || !person && numbers.stream().anyMatch(OF_BODY.asMatchPredicate());
        return body ? Kind.AGENCY : person ? Kind.PERSON : Kind.UNKNOWN;
    }

    /** Syllables that each begin with a capital; a body's name in capitals opens with the word for what it is. */
    private static boolean isPerson(String name) {
        String[] syllables = BETWEEN.split(name);
        int known = 0;
        for (String syllable : syllables) {
            if (!Character.isUpperCase(syllable.charAt(0))
                    || !syllable.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’')) {
                return false;
            }
            known += SYLLABLE.matcher(NormalText.fold(syllable)).matches() ? 1 : 0;
        }
        return syllables.length > 1 && syllables.length <= MOST_SYLLABLES && known * 2 > syllables.length;
    }

    /** In the form that words are kept in: "Uỷ ban" is "Ủy ban". */
    private static String asRead(String name) {
        Paragraph line = new Paragraph(0, name, 0, 0, Place.BODY, null, Paragraph.Layout.UNKNOWN, List.of(), List.of());
        return NormalText.of(line, 0, name.length()).text();
    }

    private static boolean isSame(String one, String other) {
        return Objects.equals(one.toLowerCase(Locale.ROOT), other == null ? null : other.toLowerCase(Locale.ROOT));
    }

    private static String plain(String value) {
        return SPACES.matcher(Normalizer.normalize(value, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
