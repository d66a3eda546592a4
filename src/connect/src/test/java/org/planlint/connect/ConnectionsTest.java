package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections.Source;
import org.planlint.host.Policy;
import org.planlint.report.Verdict;

class ConnectionsTest {
    @TempDir
    Path folder;

    private Connections read(String text) throws Exception {
        return Connections.read(
                Files.writeString(folder.resolve("connections.yaml"), text), Map.of("KHO_TOKEN", "s3cret")::get);
    }

    @Test
    void systemsAndThePolicyAreRead() throws Exception {
        Connections given = read("""
                policy:
                  not-acceptable: hold
                  not-evaluable: accept
                  failure: hold
                  alarm: https://truc.example/bao-dong
                sources:
                  kho-van-ban:
                    kind: directus
                    url: https://kho.example/
                    token: ${KHO_TOKEN}
                    every: 5
                    record: {number: so_van_ban, documentId: ma}
                    fill: [number]
                """);
        assertEquals(
                Map.of(Verdict.NOT_ACCEPTABLE, Policy.Decision.HOLD, Verdict.NOT_EVALUABLE, Policy.Decision.ACCEPT),
                given.policy().decisions());
        assertEquals(Policy.Decision.HOLD, given.policy().failure());
        Source source = given.sources().get("kho-van-ban");
        assertEquals(
                List.of(
                        "directus",
                        URI.create("https://kho.example/"),
                        "s3cret",
                        Duration.ofSeconds(5),
                        Source.ATTEMPTS),
                List.of(source.kind(), source.url(), source.token(), source.every(), source.attempts()));
        assertEquals(Map.of("number", "so_van_ban", "documentId", "ma"), source.record());
        assertEquals(List.of("number"), source.fill());
        assertEquals(Connections.NONE, read(""));
        assertEquals(Policy.OPEN, read("sources: {}").policy());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sources: {a: {kind: directtus, url: "http://a"}}                  | directus
            sources: {a: {kind: cmis}}                                        | url
            sources: {a: {kind: cmis, url: "ftp://a"}}                        | http
            sources: {a: {kind: cmis, url: "http://a", every: 0}}             | positive
            sources: {a: {kind: cmis, url: "http://a", token: "${NO_SUCH}"}}  | NO_SUCH
            sources: {a: {kind: cmis, url: "http://a", tokn: x}}              | token
            sources: {a: {kind: cmis, url: "http://a", record: {numbre: x}}}  | number
            sources: {a: {kind: cmis, url: "http://a", record: [x]}}          | keys
            sources: {a: {kind: cmis, url: "http://a", record: {number: x}, fill: [symbol]}} | record
            sources: {A B: {kind: cmis, url: "http://a"}}                     | kebab
            policy: {not-acceptable: block}                                   | hold
            policy: {alarm: x}                                                | http
            polcy: {}                                                         | policy""")
    void whatIsWrongIsSaidWithItsLine(String text, String said) {
        String message =
                assertThrows(ConfigurationError.class, () -> read(text)).getMessage();
        assertTrue(message.contains("connections.yaml:1") && message.contains(said), message);
    }
}
