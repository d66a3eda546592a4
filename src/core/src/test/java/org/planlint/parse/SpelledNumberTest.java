package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our spelling against ICU's, which is too heavy to ship for one call. */
class SpelledNumberTest {
    private static final RuleBasedNumberFormat ICU =
            new RuleBasedNumberFormat(new ULocale("vi"), RuleBasedNumberFormat.SPELLOUT);

    @Test
    void allNumbersToAHundredThousandAreSpelledAlike() {
        for (long number = 0; number < 100_000; number++) {
            assertEquals(ICU.format(number), SpelledNumber.of(number));
        }
    }

    @Test
    void numbersOfAnyLengthAreSpelledAlike() {
        Random random = new Random(30);
        for (int i = 0; i < 50_000; i++) {
            long number = random.nextLong(1_000_000_000_000_000_000L) / (long) Math.pow(10, random.nextInt(15));
            assertEquals(ICU.format(number), SpelledNumber.of(number));
            long round = number - number % (long) Math.pow(10, random.nextInt(13));
            assertEquals(ICU.format(round), SpelledNumber.of(round));
        }
    }
}
