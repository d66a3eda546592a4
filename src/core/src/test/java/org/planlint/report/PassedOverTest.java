package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassedOverTest {
    private static PassedOver of(String... names) {
        PassedOver passed = new PassedOver();
        for (String name : names) {
            passed.add(name);
        }
        return passed;
    }

    @Test
    void endingsAreCountedWhateverTheirCase() {
        PassedOver passed = of("a.xlsx", "b.XLSX", "README", "~$a.docx", ".DS_Store", "c.tar.gz", "d.", "e.đuôi");
        passed.addLink();
        assertEquals(Map.of(".xlsx", 2, "none", 2, "hidden", 2, ".gz", 1, ".đuôi", 1, "link", 1), passed.counts());
        assertEquals(9, PassedOver.total(passed.counts()));
    }

    @Test
    void whatIsOursIsNoneOfTheArchives() {
        assertEquals(
                Map.of(),
                of(
                                "planlint.yaml",
                                "a.docx.planlint.yaml",
                                "a.docx.planlint.html",
                                "a.docx.planlint.json",
                                "a.docx.record.json")
                        .counts());
    }

    @Test
    void aSentenceThatANameHoldsIsNoEnding() {
        assertEquals(
                Map.of("none", 3),
                of("a.<script>", "thông tư số 1. Về việc tập huấn", "a.x\u001b[31m")
                        .counts());
    }

    @Test
    void itIsSaidInBothLanguagesTheMostFrequentFirst() {
        PassedOver passed = of("1.a", "1.b", "1.c", "1.d", "1.e", "1.f", "1.g", "1.h", "2.h", "x");
        assertEquals(".h 2, .a 1, .b 1, .c 1, .d 1, .e 1, 3 loại nữa", PassedOver.said(passed.counts(), Language.VI));
        assertEquals("without ending 1", PassedOver.said(of("x").counts(), Language.EN));
        assertEquals(
                List.of(".b", ".a"),
                PassedOver.sorted(of("1.a", "1.b", "2.b").counts()).stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
