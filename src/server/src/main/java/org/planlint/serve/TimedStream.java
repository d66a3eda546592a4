package org.planlint.serve;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that must come within its time: who sends a byte now and then is not waited for. */
final class TimedStream extends FilterInputStream {
    private final long deadline;

    TimedStream(InputStream in, Duration longest) {
        super(in);
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    /** The time is up. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        requireTime();
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        requireTime();
        return read;
    }

    private void requireTime() throws TooSlow {
        if (System.nanoTime() - deadline > 0) {
            throw new TooSlow();
        }
    }
}
