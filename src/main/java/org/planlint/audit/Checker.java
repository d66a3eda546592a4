package org.planlint.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;

/** Checks files somewhere else than in this process. */
public interface Checker extends AutoCloseable {
    /**
     * Hands over the report on each file in the order given.
     *
     * @param engine the one that judges these files
     */
    void check(List<Path> files, PlanLint engine, Consumer<DocumentReport> each);

    @Override
    void close();
}
