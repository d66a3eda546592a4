package org.planlint.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of the program's own threads: without those that compile and collect, which come and go as they like. */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** Nanoseconds of all threads that live. */
    static long all() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            sum += Math.max(0, THREADS.getThreadCpuTime(id));
        }
        return sum;
    }

    /** Nanoseconds of the thread that asks. */
    static long own() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
