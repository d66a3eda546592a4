package org.planlint.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns text typed in the fonts of the 1990s, TCVN3 (.VnTime …) and VNI, into Unicode. Many files still name such a
 * font in a style while their text is Unicode; those are left alone: one document is either old or it is not.
 */
public final class LegacyFonts {
    private static final String TCVN3 =
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
    private static final String TCVN3_UNICODE =
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
    private static final String[] VNI = {
        "aùáaøàaûảaõãaïạaââaáấaàầaåẩaãẫaäậaêăaéắaèằaúẳaüẵaëặ",
        "eùéeøèeûẻeõẽeïẹeâêeáếeàềeåểeãễeäệ",
        "oùóoøòoûỏoõõoïọoâôoáốoàồoåổoãỗoäộ",
        "ôùớôøờôûởôõỡôïợ",
        "uùúuøùuûủuõũuïụ",
        "öùứöøừöûửöõữöïự",
        "yùýyøỳyûỷyõỹ"
    };
    private static final String VNI_SINGLE = "ôơöưñđæỉóĩòịîỵ";

    private static final Map<String, String> VNI_MAP = vni();

    private LegacyFonts() {}

    private static Map<String, String> vni() {
        Map<String, String> map = new HashMap<>();
        for (String row : VNI) {
            for (int i = 0; i < row.length(); i += 3) {
                String key = row.substring(i, i + 2);
                String value = row.substring(i + 2, i + 3);
                map.put(key, value);
                map.put(key.toUpperCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
                map.put(key.substring(0, 1).toUpperCase(Locale.ROOT) + key.charAt(1), value.toUpperCase(Locale.ROOT));
            }
        }
        for (int i = 0; i < VNI_SINGLE.length(); i += 2) {
            String key = VNI_SINGLE.substring(i, i + 1);
            String value = VNI_SINGLE.substring(i + 1, i + 2);
            map.put(key, value);
            map.put(key.toUpperCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
        }
        return map;
    }

    /** Whether a document's text has no Vietnamese letter beyond Latin-1, as only old encodings do without. */
    public static boolean mayBeOld(String text) {
        int modern = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u1EA0' && c <= '\u1EF9'
                    || c == 'đ'
                    || c == 'ư'
                    || c == 'ơ'
                    || c == 'ă'
                    || c >= '\u0300' && c <= '\u0323') {
                modern++;
                if (modern > 8) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The text as that font shows it; unchanged for any other font.
     *
     * @param font its name as the file gives it; null where it names none
     */
    public static String decode(String font, String text) {
        if (font == null) {
            return text;
        }
        if (font.regionMatches(true, 0, ".Vn", 0, 3)) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int at = TCVN3.indexOf(text.charAt(i));
                out.append(at < 0 ? text.charAt(i) : TCVN3_UNICODE.charAt(at));
            }
            return font.endsWith("H") ? out.toString().toUpperCase(Locale.ROOT) : out.toString();
        }
        if (font.regionMatches(true, 0, "VNI-", 0, 4)) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                String two = i + 1 < text.length() ? VNI_MAP.get(text.substring(i, i + 2)) : null;
                String one = VNI_MAP.get(text.substring(i, i + 1));
                if (two != null) {
                    out.append(two);
                    i++;
                } else {
                    out.append(one != null ? one : text.substring(i, i + 1));
                }
            }
            return out.toString();
        }
        return text;
    }
}
