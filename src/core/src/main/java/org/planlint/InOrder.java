package org.planlint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets work on many things go on at once, and takes what comes of it in their order. */
public final class InOrder {
    private InOrder() {}

    /**
     * @param ahead how many results may wait
     * @param start begins the work on one thing elsewhere
     * @throws UncheckedIOException  if a work fails for want of what is outside the program
     * @throws IllegalStateException if a work fails otherwise, with its reason, or this thread is interrupted
     */
    public static <A, T> void each(List<A> things, int ahead, Function<A, Future<T>> start, Consumer<T> each) {
        Deque<Future<T>> pending = new ArrayDeque<>();
        try {
            for (A thing : things) {
                pending.add(start.apply(thing));
                if (pending.size() > ahead) {
                    each.accept(pending.remove().get());
                }
            }
            while (!pending.isEmpty()) {
                each.accept(pending.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException outside) {
                throw new UncheckedIOException(outside);
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pending.forEach(future -> future.cancel(true));
        }
    }
}
