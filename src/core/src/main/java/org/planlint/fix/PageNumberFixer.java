package org.planlint.fix;

import java.util.List;
import org.planlint.annotate.Edit;
import org.planlint.facts.Plan;
import org.planlint.facts.Regime;
import org.planlint.report.Finding;
import org.planlint.report.Text;

/** Puts the page number where Decree 30/2020, PL I.I Mục I.7 has it. Circular 01/2011 had it elsewhere: that is left. */
final class PageNumberFixer implements Fixer {
    private static final double SIZE = 14;

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        Plan plan = reading.facts().plan();
        if (plan.regime() == Regime.TT01 || plan.span() == null) {
            return List.of();
        }
        Edit numbers = new Edit.PageNumbers(
                SIZE, plan.span().paragraph(), Text.of("fix.pageNumbers").vi());
        return List.of(new Planned(Safety.SAFE, numbers));
    }
}
