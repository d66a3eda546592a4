package org.planlint.bench;

import java.util.List;
import org.planlint.facts.Facts;
import org.planlint.facts.Located;

/** Counts the time in which facts are found, which is while rules ask for them. */
final class TimedFacts implements Facts.Source {
    private final Facts facts;
    private long spent;

    TimedFacts(Facts facts) {
        this.facts = facts;
    }

    /** The same facts, whose finding is counted. */
    Facts facts() {
        return new Facts(facts.plan(), this, facts.sectionOf());
    }

    /** Nanoseconds of CPU. */
    long spent() {
        return spent;
    }

    @Override
    public <T extends Located> List<T> all(Class<T> type) {
        long before = CpuTime.own();
        try {
            return facts.all(type);
        } finally {
            spent += CpuTime.own() - before;
        }
    }

    @Override
    public List<Located> all() {
        long before = CpuTime.own();
        try {
            return facts.all();
        } finally {
            spent += CpuTime.own() - before;
        }
    }
}
