package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.planlint.facts.Deadline;
import org.planlint.facts.DeadlineConflict;
import org.planlint.facts.PartialDate;
import org.planlint.facts.ReportDue;

/** Finds reports for which two days are set. Each deadline is looked at once: a plan may hold thousands. */
final class DeadlineConflicts {
    /** What both must say alike. Who gives the report may be left out where its reader is named. */
    private record Topic(String to, String about, Set<String> kinds) {}

    /** The first deadline for a report, and the first with another day. */
    private static final class Days {
        private Deadline first;
        private Deadline other;

        void add(Deadline deadline) {
            if (first == null) {
                first = deadline;
            } else if (other == null && !deadline.date().equals(first.date())) {
                other = deadline;
            }
        }

        /** The first with another day than this; null for none. */
        Deadline otherThan(PartialDate day) {
            return first != null && first.date().equals(day) ? other : first;
        }
    }

    private final Map<Topic, Map<String, Days>> byGiver = new HashMap<>();
    private final Map<Topic, Days> byAnyone = new HashMap<>();

    private DeadlineConflicts() {}

    static List<DeadlineConflict> find(Found soFar) {
        DeadlineConflicts seen = new DeadlineConflicts();
        List<DeadlineConflict> found = new ArrayList<>();
        for (Deadline deadline : soFar.all(Deadline.class)) {
            ReportDue report = deadline.report();
            boolean told =
                    report != null && !(report.by().isEmpty() && report.to().isEmpty());
            if (told && deadline.date().isComplete()) {
                Deadline first = seen.first(deadline);
                if (first != null) {
                    found.add(new DeadlineConflict(first, deadline));
                }
                seen.add(deadline);
            }
        }
        return found;
    }

    /** The first with another day for the same report; null for none. */
    private Deadline first(Deadline deadline) {
        ReportDue report = deadline.report();
        Topic topic = topic(report);
        Map<String, Days> givers = byGiver.getOrDefault(topic, Map.of());
        Stream<Days> same = report.to().isEmpty()
                ? Stream.of(givers.get(report.by()))
                : report.by().isEmpty()
                        ? Stream.of(byAnyone.get(topic))
                        : Stream.of(givers.get(report.by()), givers.get(""));
        return same.filter(Objects::nonNull)
                .map(days -> days.otherThan(deadline.date()))
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(Deadline::order))
                .orElse(null);
    }

    private void add(Deadline deadline) {
        Topic topic = topic(deadline.report());
        byGiver.computeIfAbsent(topic, any -> new HashMap<>())
                .computeIfAbsent(deadline.report().by(), any -> new Days())
                .add(deadline);
        byAnyone.computeIfAbsent(topic, any -> new Days()).add(deadline);
    }

    private static Topic topic(ReportDue report) {
        return new Topic(report.to(), report.about(), report.kinds());
    }
}
