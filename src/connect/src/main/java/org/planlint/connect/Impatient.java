package org.planlint.connect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A stream that is closed where its next piece does not come in time: a sender that falls silent holds nobody up. */
final class Impatient extends FilterInputStream {
    private final Duration patience;

    /** @param in one that can be closed while it is read */
    Impatient(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
    }

    private interface Reading {
        int next() throws IOException;
    }

    private int inTime(Reading reading) throws IOException {
        CompletableFuture<Void> come =
                new CompletableFuture<Void>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        come.exceptionally(late -> {
            letGo();
            return null;
        });
        try {
            return reading.next();
        } catch (IOException e) {
            throw come.isCompletedExceptionally()
                    ? new IOException("gửi dở dang / nothing more came within " + patience.toSeconds() + " s", e)
                    : e;
        } finally {
            come.complete(null);
        }
    }

    private void letGo() {
        try {
            in.close();
        } catch (IOException gone) {
            // So it is closed all the same.
        }
    }

    @Override
    public int read() throws IOException {
        return inTime(in::read);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        return inTime(() -> in.read(into, from, most));
    }
}
