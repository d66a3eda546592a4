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
            "zip", "edxml");
    private static final String ARCHIVE = ".zip";
    private static final String PACKAGE = ".edxml";

    private DocumentName() {}

    /** Whether a file of this name is to be read: hidden and temporary files are not, nor are our own reports. */
    public static boolean isDocument(String name) {
        if (name.startsWith(".") || name.startsWith("~$") || name.endsWith(REPORT_PAGE) || name.endsWith(REPORT_DATA)) {
            return false;
        }
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The same of the last part of a path. */
    public static boolean isDocumentPath(String path) {
        return isDocument(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether it holds other files: a zip, or a package of documents as agencies send them. */
    public static boolean isPackage(String name) {
        return isZip(name) || isEdXml(name);
    }

    /** A package of documents as agencies send them. */
    public static boolean isEdXml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(PACKAGE);
    }

    public static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
    }
}
