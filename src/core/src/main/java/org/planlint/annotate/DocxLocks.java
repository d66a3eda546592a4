package org.planlint.annotate;

import java.io.IOException;
import java.util.List;
import org.planlint.extract.ReadFailure;
import org.w3c.dom.Element;

/** What forbids to write into a docx, as its program would say too. */
public enum DocxLocks {
    NONE,
    /** A digital signature, which any change would break. */
    SIGNED,
    /** Protected against changes, or by a password against writing. */
    PROTECTED;

    /**
     * @throws ReadFailure if the file has no main part
     * @throws IOException if it cannot be opened
     */
    public static DocxLocks of(byte[] docx) throws IOException, ReadFailure {
        OfficePackage pack = new OfficePackage(docx);
        if (!pack.targets("", "origin").isEmpty()) {
            return SIGNED;
        }
        String settings = pack.target(pack.mainPart(), "settings");
        return settings != null
                        && pack.has(settings)
                        && OfficePackage.elements(pack.xml(settings)).stream().anyMatch(DocxLocks::isLock)
                ? PROTECTED
                : NONE;
    }

    private static boolean isLock(Element setting) {
        return switch (setting.getLocalName()) {
            case "documentProtection" -> List.of("1", "true", "on").contains(Word.attribute(setting, "enforcement"));
            case "writeProtection" ->
                !Word.attribute(setting, "hash").isEmpty()
                        || !Word.attribute(setting, "hashValue").isEmpty();
            default -> false;
        };
    }
}
