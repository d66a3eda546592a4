package org.planlint.audit;

import org.planlint.extract.ReadFailure;

/** A worker that ended, or had to be ended, while it had a file. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;
    /** The exit code of a JVM that ran out of memory, under -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final ReadFailure.Reason reason;

    private WorkerDied(ReadFailure.Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static WorkerDied exited(int code) {
        return code == OUT_OF_MEMORY ? new WorkerDied(ReadFailure.Reason.TOO_LARGE, "out of memory")
                : new WorkerDied(ReadFailure.Reason.CRASHED, "worker ended with " + code);
    }

    static WorkerDied late(String limit) {
        return new WorkerDied(ReadFailure.Reason.TIMEOUT, limit);
    }

    ReadFailure.Reason reason() {
        return reason;
    }
}
