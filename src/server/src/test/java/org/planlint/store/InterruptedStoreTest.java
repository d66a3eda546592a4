package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads are interrupted when a program ends, or what they do takes too long; others go on with the same database. */
class InterruptedStoreTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "jdbc:h2:"})
    void aThreadThatIsInterruptedWhileItWritesHarmsNobodyElse(String scheme) throws InterruptedException {
        String url = scheme + folder.resolve("db");
        try (Store store = new Store(url, "", "")) {
            Queue queue = new Queue(store);
            for (int i = 0; i < 20; i++) {
                CountDownLatch writing = new CountDownLatch(1);
                Thread thread = new Thread(() -> {
                    try {
                        for (int n = 0; !Thread.currentThread().isInterrupted(); n++) {
                            queue.add("kho", List.of("d" + n));
                            writing.countDown();
                        }
                    } catch (RuntimeException interrupted) {
                        writing.countDown();
                    }
                });
                thread.start();
                writing.await();
                thread.interrupt();
                thread.join();
                queue.add("nơi khác", List.of("e" + i));
                assertEquals(i + 1, queue.due("nơi khác", 100).size());
            }
        }
        try (Store again = new Store(url, "", "")) {
            assertTrue(new Queue(again).waiting() >= 20, "and all of it is on disk");
        }
    }
}
