package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.HandedClock;
import org.planlint.store.Queue.Found;
import org.planlint.store.Queue.Seen;
import org.planlint.store.Queue.Work;

/** What waits, in the embedded database; PostgreSQL is asked the same. */
class QueueTest {
    @TempDir
    Path folder;

    @Test
    void inTheEmbeddedDatabase() {
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "")) {
            cases(store);
        }
    }

    static void cases(Store store) {
        HandedClock clock = new HandedClock();
        Queue queue = new Queue(store, clock);
        assertTrue(queue.take("kho", "e1", List.of("a", "b")));
        assertFalse(queue.take("kho", "e1", List.of("c")), "an event is taken in once");
        assertTrue(queue.take("khác", "e1", List.of()), "of each source");
        queue.add("kho", List.of("a"));
        assertEquals(
                List.of("a", "b"),
                queue.due("kho", 10).stream().map(Work::document).sorted().toList());
        assertEquals(List.of(), queue.due("khác", 10));
        assertEquals(1, queue.due("kho", 1).size());

        Work a = work(queue, "a");
        queue.add("kho", List.of("a"));
        queue.done(a);
        assertEquals(2, queue.waiting(), "what is named anew while it is looked at stays");
        queue.done(work(queue, "a"));
        Work b = work(queue, "b");
        queue.later(b, clock.instant().plusSeconds(60), "hỏng");
        clock.pass(Duration.ofSeconds(59));
        assertEquals(List.of(), queue.due("kho", 10));
        assertEquals(1, queue.waiting());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of("b"), queue.due("kho", 10).stream().map(Work::document).toList());
        queue.done(work(queue, "b"));

        queue.follow(new Queue.Followed("kho", "r1", "5"), List.of(new Found("c", "v1")));
        Work c = work(queue, "c");
        queue.giveUp(c, "hỏng hẳn");
        assertEquals(
                List.of("hỏng hẳn"), queue.failed().stream().map(Work::problem).toList());
        queue.follow(new Queue.Followed("kho", "r1", "6"), List.of(new Found("c", "v1")));
        assertEquals(1, queue.failed().size(), "the same version is no news");
        queue.follow(new Queue.Followed("kho", "r1", "7"), List.of(new Found("c", "v2")));
        assertEquals(0, queue.failed().size(), "another one is");
        assertEquals("7", queue.followed("kho").orElseThrow().until());
        assertEquals(Optional.empty(), queue.followed("khác"));

        queue.saw(new Seen("kho", "c", "v1", "h", "r1"));
        queue.saw(new Seen("kho", "c", "v2", "h", "r1"));
        assertEquals(
                new Seen("kho", "c", "v2", "h", "r1"), queue.seen("kho", "c").orElseThrow());
        queue.done(work(queue, "c"));
        queue.again("h");
        assertEquals("c", work(queue, "c").document(), "of another verdict on its content");
        assertEquals(Optional.empty(), queue.seen("kho", "c"));
        queue.forgetEvents(Duration.ofSeconds(60));
        assertFalse(queue.take("kho", "e1", List.of()), "it is not older than that");
        clock.pass(Duration.ofSeconds(1));
        queue.forgetEvents(Duration.ofSeconds(60));
        assertTrue(queue.take("kho", "e1", List.of()));
    }

    private static Work work(Queue queue, String document) {
        return queue.due("kho", 10).stream()
                .filter(work -> work.document().equals(document))
                .findFirst()
                .orElseThrow();
    }
}
