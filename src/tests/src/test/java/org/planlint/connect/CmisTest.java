package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.chemistry.opencmis.client.api.Document;
import org.apache.chemistry.opencmis.client.api.Folder;
import org.apache.chemistry.opencmis.client.api.QueryResult;
import org.apache.chemistry.opencmis.client.api.Session;
import org.apache.chemistry.opencmis.commons.PropertyIds;
import org.apache.chemistry.opencmis.commons.data.ContentStream;
import org.apache.chemistry.opencmis.commons.enums.RelationshipDirection;
import org.apache.chemistry.opencmis.commons.enums.VersioningState;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.ContentStreamImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.OwnJvm;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.TakesLong;
import org.planlint.samples.Until;
import org.planlint.store.Store;

/** The program as its users start it, against a real CMIS server. */
@StartsPrograms
@TakesLong
class CmisTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final Path SOUND = Path.of("samples/01-hoi-nghi-so-ket.docx");

    @TempDir
    Path folder;

    private CmisServer server;
    private Session client;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server = new CmisServer(folder, 0);
        client = server.client();
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        server.close();
    }

    private Process connect() throws IOException {
        return connect(server.url());
    }

    private Process connect(String url) throws IOException {
        Process process = OwnJvm.brief(OwnJvm.planlint(
                        "connect",
                        "cmis",
                        "--url",
                        url,
                        "--user",
                        CmisServer.USER,
                        "--data",
                        folder.resolve("data").toString(),
                        "-j",
                        "1"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private static ContentStream content(String name, byte[] bytes) {
        return new ContentStreamImpl(
                name, BigInteger.valueOf(bytes.length), "application/octet-stream", new ByteArrayInputStream(bytes));
    }

    private Document upload(Folder to, String name, byte[] bytes) {
        return to.createDocument(
                Map.of(PropertyIds.OBJECT_TYPE_ID, "cmis:document", PropertyIds.NAME, name),
                content(name, bytes),
                VersioningState.NONE);
    }

    private String verdict(Document document) {
        document.refresh();
        return document.getPropertyValue("lint:verdict");
    }

    private void await(String what, Until.Event event) throws Exception {
        Until.holds(() -> what + "; it said " + said(), () -> {
            assertTrue(started.get(started.size() - 1).isAlive(), () -> what + "; it has ended and said " + said());
            return event.hasCome();
        });
    }

    private String said() {
        try {
            return new String(Files.readAllBytes(folder.resolve("said")), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    @Test
    void anUploadHasItsVerdictAndTheReportBesideIt() throws Exception {
        Folder plans = client.getRootFolder()
                .createFolder(Map.of(PropertyIds.OBJECT_TYPE_ID, "cmis:folder", PropertyIds.NAME, "Kế hoạch"));
        Document first = upload(plans, "đầu tiên.docx", Files.readAllBytes(SOUND));
        connect();
        await("a document from before", () -> "acceptable".equals(verdict(first)));
        Document picture = upload(plans, "anh.png", new byte[] {1, 2, 3});
        Document faulty = upload(plans, "ke-hoach.docx", Files.readAllBytes(FAULTY));
        await("a new one", () -> "not-acceptable".equals(verdict(faulty)));
        assertEquals("accept", faulty.getPropertyValue("lint:decision"), "by default nothing is blocked");
        assertTrue(faulty.<BigInteger>getPropertyValue("lint:errors").intValue() > 0);
        assertNotNull(faulty.getPropertyValue("lint:checkedAt"));
        Document page = (Document) client.getObjectByPath(plans.getPath() + "/ke-hoach.docx.planlint.html");
        assertTrue(new String(page.getContentStream().getStream().readAllBytes(), StandardCharsets.UTF_8)
                .contains("event-year"));
        assertEquals(page.getId(), faulty.getPropertyValue("lint:reportUri"));
        List<String> ties = new ArrayList<>();
        client.getRelationships(
                        client.createObjectId(faulty.getId()),
                        true,
                        RelationshipDirection.SOURCE,
                        null,
                        client.getDefaultContext())
                .forEach(tie -> ties.add(tie.getTargetId().getId()));
        assertEquals(List.of(page.getId()), ties, "the report is tied to its document");
        List<String> found = new ArrayList<>();
        for (QueryResult row : client.query(
                "SELECT d.cmis:name, l.lint:verdict FROM cmis:document AS d JOIN lint:report AS l ON d.cmis:objectId = l.cmis:objectId "
                        + "WHERE l.lint:verdict = 'not-acceptable'",
                false)) {
            found.add(row.getPropertyValueById(PropertyIds.NAME));
        }
        assertEquals(List.of("ke-hoach.docx"), found);

        // Its own writing changes documents and leads to nothing: what came later has its verdict, from looks that saw
        // that writing too.
        faulty.refresh();
        Object modified = faulty.getLastModificationDate();
        for (int i = 0; i < 3; i++) {
            Document later = upload(
                    plans, "cung-the-" + i + ".pdf", Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.pdf")));
            await("a later one", () -> "acceptable".equals(verdict(later)));
        }
        faulty.refresh();
        assertEquals(modified, faulty.getLastModificationDate(), "written once");
        assertNull(verdict(picture));
        assertNull(verdict(page), "a report of ours is not a plan");

        faulty.setContentStream(content("ke-hoach.docx", Files.readAllBytes(SOUND)), true);
        await("a change", () -> "acceptable".equals(verdict(faulty)));
        assertEquals(
                6,
                said().lines().filter(line -> line.contains("đạt  ")).count(),
                "each content was checked once: " + said());
    }

    @Test
    void aChangeLogTellsWhatAQueryDoesNotFind() throws Exception {
        try (CmisChangeLog log = new CmisChangeLog(server.url())) {
            connect(log.url());
            await("it asks", () -> log.asked() > 1);
            Document faulty = upload(client.getRootFolder(), "ke-hoach.docx", Files.readAllBytes(FAULTY));
            log.tell(faulty.getId());
            log.tell("da-xoa");
            await("told by the log", () -> "not-acceptable".equals(verdict(faulty)));
            faulty.setContentStream(content("ke-hoach.docx", Files.readAllBytes(SOUND)), true);
            log.tell(faulty.getId());
            await("and again", () -> "acceptable".equals(verdict(faulty)));
            assertEquals(
                    List.of("chưa đạt  ke-hoach.docx", "đạt  ke-hoach.docx"),
                    Files.readString(folder.resolve("said"))
                            .lines()
                            .filter(line -> line.contains("ke-hoach"))
                            .toList(),
                    "the event that comes again is no news");
        }
    }

    @Test
    void noneOfAHundredUploadsIsLostOrCheckedTwiceWhenTheConnectorIsKilledAndTheServerIsAway() throws Exception {
        Process connector = connect();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String plan = "ỦY BAN NHÂN DÂN XÃ AN THỊNH\nSố: " + (i + 1) + "/KH-UBND\nKẾ HOẠCH\nTổ chức hội nghị số " + i
                    + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n";
            documents.add(
                    upload(client.getRootFolder(), "ke-hoach-" + i + ".txt", plan.getBytes(StandardCharsets.UTF_8)));
            if (i == 30 || i == 70) {
                Document seen = documents.get(i / 3);
                await("some are done", () -> verdict(seen) != null);
                connector.descendants().forEach(ProcessHandle::destroyForcibly);
                connector.destroyForcibly().waitFor();
                connector = connect();
            }
            if (i == 50) {
                server.deaf();
                await("it is missed", () -> said().contains("cannot be asked"));
                server.hearing();
            }
        }
        for (Document document : documents) {
            await("all are done", () -> verdict(document) != null);
        }
        connector.destroy();
        connector.waitFor();
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("data").resolve("planlint"), "", "")) {
            assertEquals(100, store.reports("", null, 1_000).size(), "each has one report");
        }
        for (Document document : documents) {
            assertTrue(List.of(Verdict.values()).stream()
                    .anyMatch(verdict -> verdict.word().equals(verdict(document))));
        }
        long checked = Files.readString(folder.resolve("said"))
                .lines()
                .filter(line -> line.endsWith(".txt"))
                .count();
        assertTrue(
                checked <= 100 + 2 * 4,
                "what was under way when it was killed may be begun again, and no more: " + checked);
    }
}
