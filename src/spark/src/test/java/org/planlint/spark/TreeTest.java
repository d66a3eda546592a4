package org.planlint.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Names of files come from anywhere: none has its place outside. */
class TreeTest {
    private static final Path ROOT = Path.of("/cho/lam");
    private final Tree tree = new Tree(ROOT);

    @Test
    void aFileLiesAsInTheArchive() {
        assertEquals(ROOT.resolve("kho/2024/kế hoạch.docx"), tree.of("/kho/2024/kế hoạch.docx"));
        assertEquals("/kho/2024/kế hoạch.docx", tree.path(tree.of("/kho/2024/kế hoạch.docx")));
    }

    @Test
    void noNameLeadsOut() {
        for (String name : new String[] {"/../ngoai.docx", "/a/../../ngoai.docx", "..", "/", "", "/a\0b.docx"}) {
            Path place = tree.of(name);
            assertTrue(place.startsWith(ROOT) && !place.equals(ROOT), () -> name + ": " + place);
        }
    }

    @Test
    void aNameThatIsTooLongHereKeepsItsEnding() {
        String stem = "/kho/" + "ế".repeat(200);
        Path place = tree.of(stem + ".docx");
        assertTrue(place.toString().endsWith(".docx"), place::toString);
        assertNotEquals(tree.of(stem + "2.docx"), place);
    }
}
