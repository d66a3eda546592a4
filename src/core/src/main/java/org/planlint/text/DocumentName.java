package org.planlint.text;

import java.util.Locale;
import java.util.Set;

/** What a file's name tells of it. */
public final class DocumentName {
    /** The reports that lie beside a document, behind its whole name. */
    public static final String REPORT_DATA = ".planlint.json";

    public static final String REPORT_PAGE = ".planlint.html";

    private static final Set<String> ENDINGS = Set.of(
            "docx", "docm", "dotx", "doc", "dot", "odt", "ott", "rtf", "pdf", "html", "htm", "txt", "md", "tif", "tiff",
            "zip");
    private static final String ARCHIVE = ".zip";

    private DocumentName() {}

    /** Whether a file of this name is to be read: hidden and temporary files are not, nor are our own reports. */
    public static boolean isDocument(String name) {
        if (name.startsWith(".") || name.startsWith("~$") || name.endsWith(REPORT_PAGE) || name.endsWith(REPORT_DATA)) {
            return false;
        }
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    public static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
    }
}
