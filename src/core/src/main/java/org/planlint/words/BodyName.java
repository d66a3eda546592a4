package org.planlint.words;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.text.NormalText;

/** One form for all ways to write the name of a body: capitals without diacritics, short forms written out. */
public final class BodyName {
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Z0-9&]+");
    private static final Pattern AND = Pattern.compile(" ?& ?");
    private static final Pattern COMMITTEE = Pattern.compile("(?<![A-Z])UBND(?![A-Z])");
    private static final Pattern COUNCIL = Pattern.compile("(?<![A-Z])HDND(?![A-Z])");
    private static final Pattern CITY = Pattern.compile("(?<![A-Z])TP(?![A-Z])");
    /** Who heads the body that is named behind. */
    private static final Pattern HEAD_OF = Pattern.compile(
            "^" + Vocabulary.of("signature").get("heads of bodies").folded().any() + "\\s+(?=UY BAN|SO |BAN )");

    /** Names that are borne once in the country. */
    private static final Pattern OF_ITS_OWN = Pattern.compile(
            Vocabulary.of("bodies").get("one in the country").folded().any() + " .+");

    /** Fields written out, by their letters. */
    private static final Map<String, String> FIELDS =
            Vocabulary.of("bodies").get("fields in short").folded().all().stream()
                    .map(line -> line.split(" = "))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));

    private static final Pattern FIELD = Pattern.compile(
            "(?<![A-Z&])" + new Phrases(FIELDS.keySet().stream().sorted().toList()).any() + "(?![A-Z&])");
    private static final String COMMITTEE_OF = "UY BAN NHAN DAN ";
    /** A province's name says as much without the word; a city within it may bear the same one. */
    private static final Pattern PROVINCE = Pattern.compile("(?<![A-Z])TINH (?!UY(?![A-Z]))");

    private static final Pattern SPACES = Pattern.compile(" ");
    private static final int LONG = 8;

    private BodyName() {}

    /** Empty for null. */
    public static String of(String printed) {
        String capitals = printed == null ? "" : NormalText.fold(Normalizer.normalize(printed, Normalizer.Form.NFC));
        String folded = NO_NAME.matcher(BRACKETS.matcher(capitals).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        String fields = FIELD.matcher(folded).replaceAll(found -> FIELDS.get(found.group()));
        String joined = AND.matcher(fields).replaceAll(" VA ");
        String committee = COMMITTEE.matcher(joined).replaceAll("UY BAN NHAN DAN");
        String council = COUNCIL.matcher(committee).replaceAll("HOI DONG NHAN DAN");
        return HEAD_OF.matcher(CITY.matcher(council).replaceAll("THANH PHO")).replaceFirst("");
    }

    /** Whether no second body of the country bears this name, which is one of {@link #of}. */
    public static boolean isOfItsOwn(String name) {
        return OF_ITS_OWN.matcher(name).matches();
    }

    /**
     * One key for a body in all letterheads, however they share the words between it and the one above it, and however a text layer
     * spaces its letters: "SỞ NỘI VỤ" below "UBND TỈNH X" is "SỞ NỘI VỤ TỈNH X".
     *
     * @param place where it sits, which tells bodies of one name apart where nothing stands above
     */
    public static String key(String printed, String parent, String place) {
        String name = of(printed);
        if (isOfItsOwn(name)) {
            return compact(name);
        }
        String above = of(parent == null ? place : parent);
        String around = above.startsWith(COMMITTEE_OF) ? above.substring(COMMITTEE_OF.length()) : above;
        String own = compact(name);
        String where = compact(around);
        boolean said = where.length() < LONG ? (" " + name + " ").contains(" " + around + " ") : own.contains(where);
        return said ? own : own + where;
    }

    private static String compact(String name) {
        return SPACES.matcher(PROVINCE.matcher(name).replaceAll("")).replaceAll("");
    }
}
