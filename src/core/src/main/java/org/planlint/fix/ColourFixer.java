package org.planlint.fix;

import java.util.List;
import org.planlint.annotate.Edit;
import org.planlint.facts.ColourShare;
import org.planlint.report.Finding;

/** Sets coloured words in the colour of ordinary text; links keep theirs, and what is highlighted may be a note to its author. */
final class ColourFixer implements Fixer {
    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        return reading.facts().all(ColourShare.class).stream()
                .filter(share -> !share.isBlack() && !share.links())
                .flatMap(share -> share.all().stream())
                .map(span ->
                        new Planned(Safety.SAFE, new Edit.Type(span.paragraph(), span.start(), span.end()).inBlack()))
                .toList();
    }
}
