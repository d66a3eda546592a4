package org.planlint.report;

import java.util.List;

/** How many of the rules that bind a document could be judged on what its file shows. */
public record Coverage(int applicable, int evaluated, List<Missing> notEvaluated) {
    public Coverage {
        notEvaluated = List.copyOf(notEvaluated);
    }

    public record Missing(String rule, String needs) {
    }
}
