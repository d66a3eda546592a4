package org.planlint.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FactsDocTest {
    @Test
    void theListOfFactsIsInStepWithTheRecords() throws Exception {
        assertEquals(
                FactsDoc.text(), Files.readString(FactsDoc.FILE), "run mvn -q -B test-compile exec:java@fact-docs");
    }
}
