package org.planlint.isolate;

import java.time.Duration;
import java.util.List;

/** Workers as tests use them: {@link EvilWorker}s, with limits that only a test that means to will meet. */
public final class TestWorkers {
    /** No healthy file takes that long, however slow the machine is. */
    public static final Duration AMPLE = Duration.ofHours(1);

    private static final int HEAP = 256;

    private TestWorkers() {}

    /** Those that all tests of a run share, since each takes seconds to start. They end with this process. */
    private static final class Shared {
        private static final WorkerPool POOL = new WorkerPool(settings(2));
    }

    /** Not to be closed. */
    public static WorkerPool shared() {
        return Shared.POOL;
    }

    public static WorkerSettings settings(int workers) {
        return settings(workers, AMPLE, AMPLE, null);
    }

    /**
     * @param file    longest time for a file
     * @param silence longest time without a sign of life; either short only where no healthy file is asked for
     * @param whole   longest time for all files, or null
     */
    public static WorkerSettings settings(int workers, Duration file, Duration silence, Duration whole) {
        return new WorkerSettings(workers, HEAP, file, silence, whole, List.of(EvilWorker.class.getName()));
    }
}
