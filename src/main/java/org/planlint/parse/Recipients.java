package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;

/** Reads "Nơi nhận": who gets the plan, and the line that files it. */
final class Recipients {
    private static final Pattern ARCHIVE = Pattern.compile("(?iu)^[-–+•*]?\\s*lưu\\b\\s*[:;.]?.*");
    private static final Pattern ITEM = Pattern.compile("^[-–+•*]\\s*\\S.*");

    record Reading(RecipientsBlock block, List<Recipient> recipients, ArchiveLine archive) {
    }

    private Recipients() {
    }

    static Reading read(List<Line> lines, int at, int end) {
        List<Recipient> found = new ArrayList<>();
        ArchiveLine archive = null;
        if (at < 0) {
            return new Reading(null, found, null);
        }
        Line label = lines.get(at);
        for (int i = at + 1; i < end; i++) {
            Line line = lines.get(i);
            boolean sameColumn = line.table == label.table && line.column == label.column
                    || label.table == null || line.row != label.row;
            if (!sameColumn || Signatures.opensBlock(line)) {
                continue;
            }
            if (ARCHIVE.matcher(line.text()).matches()) {
                archive = new ArchiveLine(line.text().replaceFirst("^[-–+•*]\\s*", ""), line.span());
            } else if (ITEM.matcher(line.text()).matches()) {
                found.add(new Recipient(line.text().replaceFirst("^[-–+•*]\\s*", ""), line.span()));
            }
        }
        return new Reading(new RecipientsBlock(found.size(), label.span()), found, archive);
    }
}
