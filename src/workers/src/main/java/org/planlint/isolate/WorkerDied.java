package org.planlint.isolate;

import java.time.Duration;
import org.planlint.extract.ReadFailure;

/** A worker that ended, or had to be ended, while it had a file. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;
    /** The exit code of a JVM that ran out of memory, under -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final ReadFailure.Reason reason;
    /** How a worker came to its end, as far as it matters to who asked. */
    private enum End {
        /** It never said that it was there, which says nothing of the file that it was to have. */
        UNSTARTED,
        /** By itself. */
        DIED,
        SILENT,
        /** It had all the time that a file has. */
        LATE,
        /** The time for all files was over, which says nothing of this one. */
        OUT_OF_TIME
    }

    private final End end;

    private WorkerDied(ReadFailure.Reason reason, String detail, End end) {
        super(detail);
        this.reason = reason;
        this.end = end;
    }

    /** The same of a worker that had not begun. */
    WorkerDied unstarted() {
        return new WorkerDied(reason, getMessage(), End.UNSTARTED);
    }

    static WorkerDied exited(int code) {
        return code == OUT_OF_MEMORY
                ? new WorkerDied(ReadFailure.Reason.TOO_LARGE, "out of memory", End.DIED)
                : new WorkerDied(ReadFailure.Reason.CRASHED, "worker ended with " + code, End.DIED);
    }

    static WorkerDied late(String limit) {
        return new WorkerDied(ReadFailure.Reason.TIMEOUT, limit, End.LATE);
    }

    static WorkerDied silent(Duration silence) {
        return new WorkerDied(ReadFailure.Reason.TIMEOUT, "silent for " + silence.toSeconds() + " s", End.SILENT);
    }

    static WorkerDied outOfTime(Duration whole) {
        return new WorkerDied(
                ReadFailure.Reason.TIMEOUT, "the whole run: " + whole.toSeconds() + " s", End.OUT_OF_TIME);
    }

    boolean isUnstarted() {
        return end == End.UNSTARTED;
    }

    /** Whether another try could end otherwise: not where it would take as long again. */
    boolean mayEndOtherwise() {
        return end != End.LATE;
    }

    /** Whether it is so of the file, however much the machine has to do. */
    boolean isOfTheFile() {
        return end == End.DIED;
    }

    ReadFailure.Reason reason() {
        return reason;
    }
}
