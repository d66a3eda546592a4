package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.connect.Connections.Source;

/** A kind of document system that nothing but {@code META-INF/services} knows of. */
class SixthSystemTest {
    /** As {@code drawer}, with a key of its own. */
    public static final class Drawer implements SystemKind {
        @Override
        public String name() {
            return "drawer";
        }

        @Override
        public List<String> settings() {
            return List.of("shelf");
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Empty(source.own("shelf"));
        }
    }

    private record Empty(String shelf) implements DocumentSystem {
        @Override
        public Changes changes(String since) {
            return new Changes(List.of(), shelf);
        }

        @Override
        public Optional<Remote> document(String id) {
            return Optional.empty();
        }

        @Override
        public InputStream content(Remote document) {
            return InputStream.nullInputStream();
        }

        @Override
        public void write(Remote document, Judged judged) {
            throw new UnsupportedOperationException("an empty drawer has no documents");
        }

        @Override
        public List<String> named(JsonObject notification) {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    @TempDir
    Path folder;

    @Test
    void itIsConfiguredAndConnectedLikeThoseThatAreShipped() throws Exception {
        Connections given = Connections.read(
                Files.writeString(folder.resolve("connections.yaml"), """
                sources:
                  ngan-keo: {kind: drawer, url: "http://127.0.0.1:1", shelf: B2}
                """), Map.<String, String>of()::get);
        Source source = given.sources().get("ngan-keo");
        try (DocumentSystem system = SystemKind.named(source.kind()).connect(source)) {
            assertEquals("B2", system.changes(null).until());
        }
        assertTrue(SystemKind.all().stream()
                .map(SystemKind::name)
                .toList()
                .containsAll(List.of("alfresco", "cmis", "directus", "drawer", "nextcloud", "paperless")));
    }
}
