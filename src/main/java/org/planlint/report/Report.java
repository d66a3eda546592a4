package org.planlint.report;

import java.util.List;

/** The verdict on one or many files. {@code rulesDigest} names the rule packs that gave it. */
public record Report(String version, String rulesDigest, List<DocumentReport> documents) {
    public Report {
        documents = List.copyOf(documents);
    }

    public long checked() {
        return documents.stream().filter(d -> d.status() == Status.CHECKED).count();
    }

    public boolean isComplete() {
        return checked() == documents.size();
    }

    public long count(Severity severity) {
        return documents.stream().mapToLong(d -> d.count(severity)).sum();
    }

    public boolean has(Severity atLeast) {
        return documents.stream().flatMap(d -> d.findings().stream()).anyMatch(f -> f.severity().atLeast(atLeast));
    }
}
