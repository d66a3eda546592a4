package org.planlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound inputs, and some hundred that were spoilt by a chance that is the same each time. Jazzer looks further: {@link FuzzRun}. */
class FuzzTest {
    private static final int SPOILT = 150;
    private static final long CHANCE = 20;

    @ParameterizedTest
    @EnumSource
    void eachEndsAsDeclared(Input input) throws IOException {
        List<byte[]> seeds = input.seeds();
        for (byte[] seed : seeds) {
            assertDoesNotThrow(() -> input.read(seed));
        }
        Mutations mutations = new Mutations(new SplittableRandom(CHANCE), seeds);
        for (int i = 0; i < Integer.getInteger("spoilt", SPOILT); i++) {
            byte[] spoilt = mutations.next();
            try {
                input.read(spoilt);
            } catch (Throwable fault) {
                Path file = Files.write(Files.createTempFile(input + "-", ""), spoilt);
                throw new AssertionError("input " + i + ", kept in " + file, fault);
            }
        }
    }
}
