package org.planlint.isolate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.planlint.InOrder;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ReadFailure;
import org.planlint.fix.Asked;
import org.planlint.fix.Refusal;
import org.planlint.report.DocumentReport;

/**
 * Opens files in processes of their own, so that what a file does to its reader costs that file a status and nothing
 * else. A file whose worker dies gets one more try in a new one, unless it had all its time. What only says that time was short is
 * not to be remembered.
 */
public final class WorkerPool implements Checker {
    /** How many reports may wait to be handed over for each worker. */
    private static final int AHEAD = 64;

    /** How often a worker is started for one file before that is an error of the run. */
    private static final int STARTS = 3;

    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final WorkerSettings settings;
    private final LongSupplier clock;
    private final ToLongFunction<Process> used;
    private final Runnable onPage;
    /** When the time for all files is over. */
    private final long end;
    /** More than there are workers, so that none waits while what another has answered is taken in. */
    private final ExecutorService threads;

    private final Semaphore free;
    private final LinkedBlockingDeque<Worker> idle = new LinkedBlockingDeque<>();
    private final List<Worker> all = new ArrayList<>();

    public WorkerPool(WorkerSettings settings) {
        this(settings, () -> {});
    }

    /** @param onPage told of each page whose picture a worker is about to read */
    public WorkerPool(WorkerSettings settings, Runnable onPage) {
        this(settings, System::nanoTime, WorkerPool::computed, onPage);
    }

    /**
     * @param clock by which all limits are kept: nanoseconds that only run on
     * @param used  nanoseconds that a process has computed
     */
    WorkerPool(WorkerSettings settings, LongSupplier clock, ToLongFunction<Process> used) {
        this(settings, clock, used, () -> {});
    }

    private WorkerPool(WorkerSettings settings, LongSupplier clock, ToLongFunction<Process> used, Runnable onPage) {
        this.onPage = onPage;
        this.used = used;
        this.settings = settings;
        this.clock = clock;
        this.end = clock.getAsLong() + (settings.whole() == null ? FOR_EVER : settings.whole()).toNanos();
        this.free = new Semaphore(settings.workers());
        this.threads = Executors.newFixedThreadPool(settings.workers() * 2, task -> {
            Thread thread = new Thread(task, "planlint-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Nothing where the system does not tell, and of one that has ended. */
    private static long computed(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    @Override
    public void check(List<Path> files, PlanLint engine, Consumer<Examination> each) {
        each(files, file -> threads.submit(() -> check(file, engine, false).examination()), each);
    }

    /** Gives each file to {@code work}, and hands over what comes of it in the order given. */
    public void each(List<Path> files, Function<Path, Future<Examination>> work, Consumer<Examination> each) {
        InOrder.each(files, settings.workers() * AHEAD, work, each);
    }

    /** Checks a file whose users call it {@code name}. */
    public DocumentReport check(Path file, String name, PlanLint engine) throws IOException, InterruptedException {
        return check(CheckOrder.of(file.toString()), name, engine);
    }

    /** The same with what its sender says of it and wants. */
    public DocumentReport check(CheckOrder order, String name, PlanLint engine)
            throws IOException, InterruptedException {
        return check(order, engine, false).examination().report().withPath(name);
    }

    /** @param card whether the file's card is wanted too */
    public Answer check(Path file, PlanLint engine, boolean card) throws IOException, InterruptedException {
        return check(CheckOrder.of(file.toString()), engine, card);
    }

    private Answer check(CheckOrder order, PlanLint engine, boolean card) throws IOException, InterruptedException {
        try {
            return ask(worker -> worker.check(order, card));
        } catch (WorkerDied died) {
            Examination failed = engine.failed(order.file(), failure(died));
            return new Answer(failed, died.isOfTheFile() ? Answer.of(failed).bytes() : null);
        }
    }

    /**
     * Lets a worker write a mended copy of a docx; one that it breaks over is refused as unreadable.
     *
     * @param copy where; nothing is there yet
     */
    public FixAnswer fix(Path file, Path copy, Asked asked) throws IOException, InterruptedException {
        try {
            return ask(worker -> worker.fix(new FixOrder(file.toString(), copy.toString(), asked)));
        } catch (WorkerDied died) {
            return FixAnswer.refused(Refusal.Reason.UNREADABLE);
        }
    }

    /** Lets a worker write a copy with the findings in it; false where there can be none. */
    public boolean annotate(AnnotateOrder order) throws IOException, InterruptedException {
        try {
            return ask(worker -> worker.annotate(order));
        } catch (WorkerDied died) {
            return false;
        }
    }

    @Override
    public List<String> entries(Path zip, PlanLint engine) throws ReadFailure, IOException {
        try {
            WorkerLoop.Listing listing = ask(worker -> worker.entries(zip));
            if (listing.entries() == null) {
                throw new ReadFailure(listing.failed(), listing.detail());
            }
            return listing.entries();
        } catch (WorkerDied died) {
            throw failure(died);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ReadFailure failure(WorkerDied died) {
        return new ReadFailure(died.reason(), died.getMessage(), died);
    }

    private interface Question<T> {
        T ask(Worker worker) throws WorkerDied, InterruptedException;
    }

    /**
     * Asks a worker; where it dies over it, once more in a new one.
     *
     * @throws IOException if none starts
     */
    private <T> T ask(Question<T> question) throws IOException, InterruptedException, WorkerDied {
        free.acquire();
        try {
            int tries = 0;
            int starts = 0;
            while (true) {
                requireTime();
                Worker worker = idleOrNew();
                try {
                    T answer = question.ask(worker);
                    idle.addFirst(worker);
                    return answer;
                } catch (InterruptedException e) {
                    // Nobody waits for its answer any more, which the next to ask would be given.
                    forget(worker);
                    worker.close();
                    throw e;
                } catch (WorkerDied died) {
                    forget(worker);
                    requireTime();
                    if (died.isUnstarted()) {
                        starts++;
                        requireStart(starts, died);
                    } else if (++tries > 1 || !died.mayEndOtherwise()) {
                        throw died;
                    }
                }
            }
        } finally {
            free.release();
        }
    }

    /** One that was killed while it had nothing to do has died of no file. */
    private Worker idleOrNew() throws IOException {
        for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
            if (worker.isAlive()) {
                return worker;
            }
            forget(worker);
        }
        return start();
    }

    /** A machine on which no worker starts is no fault of any file. */
    private static void requireStart(int starts, WorkerDied died) throws IOException {
        if (starts >= STARTS) {
            throw new IOException(
                    "không khởi động được tiến trình kiểm tra / no worker starts, tried " + starts + " times: "
                            + died.getMessage(),
                    died);
        }
    }

    private void requireTime() throws WorkerDied {
        if (clock.getAsLong() - end >= 0) {
            throw WorkerDied.outOfTime(settings.whole());
        }
    }

    /** Lets all workers start now, so that they are ready when the first file comes. */
    public void startAll() throws IOException {
        for (int worker = 0; worker < settings.workers(); worker++) {
            idle.addLast(start());
        }
    }

    private synchronized Worker start() throws IOException {
        Worker worker = new Worker(settings, clock, used, end, onPage);
        all.add(worker);
        return worker;
    }

    /** Runs work of one file beside that of others. */
    public <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    public WorkerSettings settings() {
        return settings;
    }

    private synchronized void forget(Worker worker) {
        all.remove(worker);
    }

    /** Ends all workers. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        for (Worker worker : all) {
            try {
                worker.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
