package org.planlint.facts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.words.Pieces;

/**
 * Who issues what bears a symbol, from {@code rules/law/issuers.json}.
 *
 * @param symbol a pattern of the symbol behind number and year; one that nothing bears names a body that the others are told from
 * @param issuer the body's name
 * @param names  with what its name begins, as clerks write it
 */
public record IssuerOfSymbol(Pattern symbol, String issuer, List<String> names) {
    private static final Pattern NUMBER_PART = Pattern.compile("^" + Pieces.DOCUMENT_NUMBER + "[/-](?:\\d{4}/)?");

    public IssuerOfSymbol {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    public IssuerOfSymbol(String symbol, String issuer, List<String> names) {
        this(Pattern.compile(symbol), issuer, names);
    }

    /** Who of all issues what bears this number: "30/2020/NĐ-CP"; null for nobody known. */
    public static IssuerOfSymbol of(String number, List<IssuerOfSymbol> all) {
        String symbol = NUMBER_PART.matcher(number).replaceFirst("");
        return all.stream()
                .filter(one -> one.symbol.matcher(symbol).matches())
                .findFirst()
                .orElse(null);
    }

    /** This issuer, where {@code printed} is one of the others; null where it is this one or nobody known. */
    public String other(List<IssuerOfSymbol> all, String printed) {
        return !isNamed(printed) && all.stream().anyMatch(one -> one.isNamed(printed)) ? issuer : null;
    }

    private boolean isNamed(String printed) {
        String small = printed.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(small::startsWith);
    }
}
