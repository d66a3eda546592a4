package org.planlint.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that stands still until a test lets time pass: for what wants the hour, and for what counts nanoseconds. */
public final class HandedClock implements InstantSource, LongSupplier {
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private Duration passed = Duration.ZERO;

    public synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return START.plus(passed);
    }

    /** Nanoseconds since it was made. */
    @Override
    public synchronized long getAsLong() {
        return passed.toNanos();
    }
}
