package org.planlint.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things that goes on at once, while who asks takes what comes of it in their order. */
final class Ahead<T> implements Iterator<T>, AutoCloseable {
    private final Iterator<Callable<T>> work;
    private final int most;
    private final Function<Callable<T>, Future<T>> start;
    private final Runnable atEnd;
    private final Deque<Future<T>> pending = new ArrayDeque<>();

    /**
     * @param most  how many are begun before they are asked for
     * @param start begins one elsewhere
     * @param atEnd done when nobody asks any more
     */
    Ahead(Iterator<Callable<T>> work, int most, Function<Callable<T>, Future<T>> start, Runnable atEnd) {
        this.work = work;
        this.most = most;
        this.start = start;
        this.atEnd = atEnd;
    }

    @Override
    public boolean hasNext() {
        while (pending.size() < most && work.hasNext()) {
            pending.add(start.apply(work.next()));
        }
        return !pending.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return pending.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException outside) {
                throw new UncheckedIOException(outside);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Nobody asks any more. */
    @Override
    public void close() {
        pending.forEach(future -> future.cancel(true));
        atEnd.run();
    }
}
