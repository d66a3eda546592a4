package org.planlint.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a body as a list of words in one form: capitals without diacritics, "&" and short forms written out. So a
 * letterhead can be held against a certificate.
 */
record BodyName(List<String> words) {
    private static final Pattern BETWEEN = Pattern.compile("[^A-Z0-9&]+");
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("&", "VA"),
            Map.entry("UBND", "UY BAN NHAN DAN"),
            Map.entry("HDND", "HOI DONG NHAN DAN"),
            Map.entry("TP", "THANH PHO"),
            Map.entry("TX", "THI XA"),
            Map.entry("HCM", "HO CHI MINH"),
            Map.entry("TPHCM", "THANH PHO HO CHI MINH"),
            Map.entry("GDDT", "GIAO DUC VA DAO TAO"),
            Map.entry("GD", "GIAO DUC"),
            Map.entry("DT", "DAO TAO"),
            Map.entry("TTTT", "THONG TIN VA TRUYEN THONG"),
            Map.entry("VHTTDL", "VAN HOA THE THAO VA DU LICH"),
            Map.entry("NNPTNT", "NONG NGHIEP VA PHAT TRIEN NONG THON"),
            Map.entry("KHCN", "KHOA HOC VA CONG NGHE"),
            Map.entry("THPT", "TRUNG HOC PHO THONG"),
            Map.entry("THCS", "TRUNG HOC CO SO"),
            Map.entry("TH", "TIEU HOC"),
            Map.entry("MN", "MAM NON"),
            Map.entry("BQL", "BAN QUAN LY"),
            Map.entry("VP", "VAN PHONG"),
            Map.entry("TT", "TRUNG TAM"),
            Map.entry("BV", "BENH VIEN"),
            Map.entry("CA", "CONG AN"));
    /** Say nothing of which body it is. */
    private static final Set<String> SMALL = Set.of("VA", "CUA");
    /** Two names that share so much of their words may be one, written or read in two ways. */
    private static final double ALIKE = 0.6;

    static BodyName of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(NormalTitle.of(name).replace("&", " & "))) {
            if (!word.isEmpty()) {
                words.addAll(Arrays.asList(WRITTEN_OUT.getOrDefault(word, word).split(" ")));
            }
        }
        words.removeAll(SMALL);
        return new BodyName(words);
    }

    /** Whether one of the two holds the other whole: "Ủy ban nhân dân tỉnh" and the same with the province's name. */
    boolean agreesWith(BodyName other) {
        return !words.isEmpty()
                && !other.words.isEmpty()
                && (Collections.indexOfSubList(words, other.words) >= 0
                        || Collections.indexOfSubList(other.words, words) >= 0);
    }

    boolean isLike(BodyName other) {
        Set<String> common = new HashSet<>(words);
        common.retainAll(other.words);
        Set<String> all = new HashSet<>(words);
        all.addAll(other.words);
        return common.size() >= ALIKE * all.size();
    }

    /** So short that it may stand for many. */
    boolean isBare() {
        return words.size() < 2;
    }
}
