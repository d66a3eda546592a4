package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Shape;
import org.planlint.connect.Connections.Source;
import org.planlint.facts.RecordField;
import org.planlint.facts.Stage;
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

    private static boolean isOfShape(String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ConnectionsTest.class.getResourceAsStream("connections.schema.json"))
                .validate(yaml, InputFormat.YAML)
                .isEmpty();
    }

    /** Editors complete by the schema; what it allows must be what is read. */
    @Test
    void theSchemaAndTheReaderAgreeOnWhatIsDocumented() throws Exception {
        String page = Files.readString(Path.of("docs/connections.md"));
        String documented = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        assertTrue(isOfShape(documented), documented);
        Connections given =
                Connections.read(Files.writeString(folder.resolve("connections.yaml"), documented), name -> "x");
        assertEquals(Stage.DRAFT, given.sources().get("trinh-ky").stage());
        assertNull(given.sources().get("luu-tru").stage());
        assertEquals("A1", given.sources().get("trinh-ky").own("repository"));
        assertEquals("tcp://mq.example:61616", given.sources().get("luu-tru").own("broker"));
    }

    /** What the schema writes out, since it cannot ask the program. */
    @Test
    void theSchemaKnowsAllThatTheProgramKnows() {
        Shape shape = Shape.of(Connections.class, "connections.schema.json");
        List<String> shipped = SystemKind.all().stream()
                .filter(kind ->
                        DocumentSystem.class.isAssignableFrom(kind.getClass().getEnclosingClass()))
                .map(SystemKind::name)
                .toList();
        assertEquals(shipped, shape.words("shippedKind"));
        assertEquals(Arrays.stream(RecordField.values()).map(RecordField::key).toList(), shape.words("recordField"));
        assertEquals(words(Stage.values()), shape.words("stage"));
        assertEquals(words(Policy.Decision.values()), shape.words("decision"));
        assertTrue(shape.keys("policy")
                .containsAll(Arrays.stream(Verdict.values()).map(Verdict::word).toList()));
    }

    private static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Those of a jar that is not ours are its own. */
    @Test
    void anEditorAllowsAFurtherKindItsOwnKeys() throws Exception {
        assertTrue(isOfShape("sources: {a: {kind: drawer, url: 'http://a', shelf: B2}}"));
        assertFalse(isOfShape("sources: {a: {kind: drawer, url: 'http://a', every: 0}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sources: {a: {kind: directtus, url: "http://a"}}                  | directus |
            sources: {a: {kind: cmis}}                                        | url | editor
            sources: {a: {kind: cmis, url: "ftp://a"}}                        | http | editor
            sources: {a: {kind: cmis, url: "http://a", every: 0}}             | positive | editor
            sources: {a: {kind: cmis, url: "http://a", token: "${NO_SUCH}"}}  | NO_SUCH |
            sources: {a: {kind: cmis, url: "http://a", tokn: x}}              | token | editor
            sources: {a: {kind: cmis, url: "http://a", record: {numbre: x}}}  | number | editor
            sources: {a: {kind: cmis, url: "http://a", record: [x]}}          | keys | editor
            sources: {a: {kind: cmis, url: "http://a", record: {number: x}, fill: [symbol]}} | record |
            sources: {a: {kind: cmis, url: "http://a", broker: "tcp://b"}}    | broker | editor
            sources: {a: {kind: directus, url: "http://a", repository: A1}}   | directus | editor
            sources: {a: {kind: cmis, url: "http://a", stage: finl}}          | final | editor
            sources: {A B: {kind: cmis, url: "http://a"}}                     | kebab | editor
            policy: {not-acceptable: block}                                   | hold | editor
            policy: {alarm: x}                                                | http | editor
            polcy: {}                                                         | policy | editor""")
    void whatIsWrongIsSaidWithItsLine(String text, String said, String told) throws Exception {
        String message =
                assertThrows(ConfigurationError.class, () -> read(text)).getMessage();
        assertTrue(message.contains("connections.yaml:1") && message.contains(said), message);
        // What rests on the environment, or on another part of the file, no schema says.
        assertEquals(told == null, isOfShape(text), text);
    }
}
