package org.planlint.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.planlint.text.DigitalSignature.Added;

/** What a pdf got behind its first {@code end} bytes, which are a whole pdf by themselves (ISO 32000-1, 7.5.6). */
final class PdfAdditions {
    private static final List<COSName> DRAWN =
            List.of(COSName.CONTENTS, COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);
    private static final COSName WIDGET = COSName.getPDFName("Widget");
    private static final int MOST_NESTED = 100;

    private final PDDocument now;
    private final byte[] bytes;
    private final int end;

    PdfAdditions(PDDocument now, byte[] bytes, int end) {
        this.now = now;
        this.bytes = bytes;
        this.end = end;
    }

    /** The gravest of what was added; null where what was there before is no pdf by itself, so that nobody can tell. */
    Added kind() {
        if (isBlank()) {
            return Added.NOTHING;
        }
        Set<COSObjectKey> anew = writtenAnew();
        try (PDDocument then = Loader.loadPDF(Arrays.copyOf(bytes, end))) {
            return kind(then, now, anew);
        } catch (IOException | RuntimeException noPdfByItself) {
            return null;
        }
    }

    private boolean isBlank() {
        for (int i = end; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Objects whose place lies behind the end, be it their own or that of the stream which holds them. */
    private Set<COSObjectKey> writtenAnew() {
        Map<COSObjectKey, Long> places = now.getDocument().getXrefTable();
        Set<COSObjectKey> found = new HashSet<>();
        places.forEach((key, place) -> {
            Long at = place >= 0 ? place : places.get(new COSObjectKey(-place, 0));
            if (at != null && at >= end) {
                found.add(key);
            }
        });
        return found;
    }

    private static Added kind(PDDocument then, PDDocument now, Set<COSObjectKey> anew) throws IOException {
        if (then.getNumberOfPages() != now.getNumberOfPages()) {
            return Added.CONTENT;
        }
        Added gravest = Added.UNSEEN;
        for (int i = 0; i < now.getNumberOfPages(); i++) {
            COSDictionary before = then.getPage(i).getCOSObject();
            COSDictionary after = now.getPage(i).getCOSObject();
            Comparison comparison = new Comparison(anew);
            for (COSName part : DRAWN) {
                if (!comparison.isSame(
                        PDPageTree.getInheritableAttribute(before, part),
                        PDPageTree.getInheritableAttribute(after, part),
                        0)) {
                    return Added.CONTENT;
                }
            }
            gravest = graver(gravest, marks(before, after, anew));
        }
        return gravest;
    }

    /** What lies upon a page: signatures with their pictures, fields of forms, notes and stamps. */
    private static Added marks(COSDictionary before, COSDictionary after, Set<COSObjectKey> anew) {
        Set<COSObjectKey> known = new HashSet<>();
        int unnamed = 0;
        for (COSBase one : annotations(before)) {
            unnamed += one.getKey() == null ? 1 : 0;
            known.add(one.getKey());
        }
        Added gravest = Added.NOTHING;
        for (COSBase one : annotations(after)) {
            boolean isNew =
                    one.getKey() == null ? --unnamed < 0 : !known.contains(one.getKey()) || anew.contains(one.getKey());
            if (isNew && one instanceof COSDictionary mark) {
                gravest = graver(gravest, kind(mark));
            }
        }
        return gravest;
    }

    private static Added kind(COSDictionary mark) {
        if (!WIDGET.equals(mark.getCOSName(COSName.SUBTYPE))) {
            return Added.MARKS;
        }
        COSDictionary field = mark.containsKey(COSName.FT) ? mark : mark.getCOSDictionary(COSName.PARENT);
        return field != null && COSName.SIG.equals(field.getCOSName(COSName.FT)) ? Added.SIGNATURE : Added.FORM;
    }

    private static List<COSBase> annotations(COSDictionary page) {
        COSArray all = page.getCOSArray(COSName.ANNOTS);
        return all == null
                ? List.of()
                : all.toList().stream()
                        .map(one -> one instanceof COSObject reference ? reference.getObject() : one)
                        .filter(one -> one != null)
                        .map(one -> (COSBase) one)
                        .toList();
    }

    private static Added graver(Added one, Added other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether two things draw alike: the objects of both files bear the same numbers. */
    private static final class Comparison {
        private final Set<COSObjectKey> anew;
        private final Set<COSObjectKey> seen = new HashSet<>();

        Comparison(Set<COSObjectKey> anew) {
            this.anew = anew;
        }

        boolean isSame(COSBase before, COSBase after, int depth) throws IOException {
            COSBase a = before instanceof COSObject reference ? reference.getObject() : before;
            COSBase b = after instanceof COSObject reference ? reference.getObject() : after;
            if (a == null || b == null || depth > MOST_NESTED) {
                return a == b;
            }
            if (b.getKey() != null && b.getKey().equals(a.getKey()) && !seen.add(b.getKey())) {
                return true;
            }
            if (a instanceof COSStream one && b instanceof COSStream other && !isSameStream(one, other)) {
                return false;
            }
            if (a instanceof COSDictionary one && b instanceof COSDictionary other) {
                return isSameDictionary(one, other, depth);
            }
            if (a instanceof COSArray one && b instanceof COSArray other) {
                for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                    if (i >= one.size() || i >= other.size() || !isSame(one.get(i), other.get(i), depth + 1)) {
                        return false;
                    }
                }
                return true;
            }
            return a.equals(b);
        }

        private boolean isSameDictionary(COSDictionary one, COSDictionary other, int depth) throws IOException {
            if (!one.keySet().equals(other.keySet())) {
                return false;
            }
            for (COSName name : other.keySet()) {
                if (!name.equals(COSName.PARENT) && !isSame(one.getItem(name), other.getItem(name), depth + 1)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isSameStream(COSStream one, COSStream other) throws IOException {
            if (other.getKey() != null && other.getKey().equals(one.getKey()) && !anew.contains(other.getKey())) {
                return true;
            }
            try (InputStream a = one.createRawInputStream();
                    InputStream b = other.createRawInputStream()) {
                return Arrays.equals(a.readAllBytes(), b.readAllBytes());
            }
        }
    }
}
