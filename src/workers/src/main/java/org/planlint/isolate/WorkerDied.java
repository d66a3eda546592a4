package org.planlint.isolate;

import java.time.Duration;
import org.planlint.extract.ReadFailure;

/** A worker that ended, or had to be ended, while it had a file. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;
    /** The exit code of a JVM that ran out of memory, under -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final ReadFailure.Reason reason;
    /** Whether the time for all files was over, which says nothing of this one. */
    private final boolean outOfTime;

    private WorkerDied(ReadFailure.Reason reason, String detail, boolean outOfTime) {
        super(detail);
        this.reason = reason;
        this.outOfTime = outOfTime;
    }

    static WorkerDied exited(int code) {
        return code == OUT_OF_MEMORY
                ? new WorkerDied(ReadFailure.Reason.TOO_LARGE, "out of memory", false)
                : new WorkerDied(ReadFailure.Reason.CRASHED, "worker ended with " + code, false);
    }

    static WorkerDied late(String limit) {
        return new WorkerDied(ReadFailure.Reason.TIMEOUT, limit, false);
    }

    static WorkerDied outOfTime(Duration whole) {
        return new WorkerDied(ReadFailure.Reason.TIMEOUT, "the whole run: " + whole.toSeconds() + " s", true);
    }

    boolean isOutOfTime() {
        return outOfTime;
    }

    ReadFailure.Reason reason() {
        return reason;
    }
}
