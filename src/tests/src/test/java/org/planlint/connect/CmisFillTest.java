package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.chemistry.opencmis.client.api.Document;
import org.apache.chemistry.opencmis.client.api.Session;
import org.apache.chemistry.opencmis.commons.PropertyIds;
import org.apache.chemistry.opencmis.commons.enums.VersioningState;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.ContentStreamImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.connect.Connections.Source;
import org.planlint.samples.StartsPrograms;

/** Properties that a real CMIS server leaves blank are filled, and others are not. */
@StartsPrograms
class CmisFillTest {
    private static final String DESCRIPTION = "cmis:description";

    @TempDir
    Path folder;

    @Test
    void whatIsBlankIsFilledAndWhatCannotBeIsLeft() throws Exception {
        try (CmisServer server = new CmisServer(folder, 0)) {
            Session client = server.client();
            Document document = client.getRootFolder()
                    .createDocument(
                            Map.of(PropertyIds.OBJECT_TYPE_ID, "cmis:document", PropertyIds.NAME, "k.txt"),
                            new ContentStreamImpl(
                                    "k.txt", BigInteger.ONE, "text/plain", new ByteArrayInputStream(new byte[1])),
                            VersioningState.NONE);
            Source source = new Source(
                    "a",
                    "cmis",
                    URI.create(server.url()),
                    CmisServer.USER,
                    "x",
                    null,
                    null,
                    null,
                    null,
                    Duration.ofSeconds(1),
                    1,
                    Map.of());
            try (DocumentSystem system = SystemKind.named("cmis").connect(source)) {
                DocumentSystem.Remote remote = system.document(document.getId()).orElseThrow();
                assertEquals(Map.of(), system.fields(remote, List.of(DESCRIPTION)));
                assertEquals(
                        Set.of(DESCRIPTION),
                        system.fill(
                                remote, Map.of(DESCRIPTION, "Sơ kết", PropertyIds.CREATED_BY, "x", "khong:co", "y")),
                        "neither what nobody may write nor what is not there");
                assertEquals(Map.of(DESCRIPTION, "Sơ kết"), system.fields(remote, List.of(DESCRIPTION)));
                assertEquals(Set.of(), system.fill(remote, Map.of(DESCRIPTION, "Khác")), "what stands there stays");
            }
        }
    }
}
