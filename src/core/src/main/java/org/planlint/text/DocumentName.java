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
    /** Beside a document, what reviewers let pass of it, and its record. */
    private static final String WAIVERS = "planlint.yaml";

    private static final String RECORD = ".record.json";

    private static final String ARCHIVE = ".zip";
    private static final String PACKAGE = ".edxml";
    private static final String XML = ".xml";

    private DocumentName() {}

    /** Whether a file of this name is to be read: hidden and temporary files are not, nor are our own reports. */
    public static boolean isDocument(String name) {
        return !isHidden(name)
                && !isOwn(name)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether its system or its editor keeps it for itself. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** Whether it is ours: a report, a configuration, waivers or a record. */
    public static boolean isOwn(String name) {
        return name.endsWith(REPORT_PAGE)
                || name.endsWith(REPORT_DATA)
                || name.endsWith(WAIVERS)
                || name.endsWith(RECORD);
    }

    /** The same of the last part of a path. */
    public static boolean isDocumentPath(String path) {
        return isDocument(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether it may hold other files: a zip, or a package of documents as agencies send them. */
    public static boolean isPackage(String name) {
        return isZip(name) || mayBeEdXml(name);
    }

    /** A package of documents as agencies send them. */
    public static boolean isEdXml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(PACKAGE);
    }

    /** The same, or any XML: some systems name packages so, and how the file begins tells. */
    public static boolean mayBeEdXml(String name) {
        return isEdXml(name)
                || name.toLowerCase(Locale.ROOT).endsWith(XML) && !isHidden(name.substring(name.lastIndexOf('/') + 1));
    }

    public static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
    }
}
