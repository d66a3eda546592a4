package org.planlint.fix;

import java.util.List;
import org.planlint.report.Finding;

/** Says what would mend the findings of a rule. */
interface Fixer {
    /** @param findings of one rule, in the order of the report; what it gives mends them, or a part of them */
    List<Planned> plan(List<Finding> findings, Reading reading);
}
