package org.planlint.bench;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.chemistry.opencmis.client.api.Document;
import org.apache.chemistry.opencmis.client.api.Session;
import org.apache.chemistry.opencmis.commons.PropertyIds;
import org.apache.chemistry.opencmis.commons.enums.VersioningState;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.ContentStreamImpl;
import org.planlint.connect.CmisServer;
import org.planlint.isolate.WorkerSettings;
import org.planlint.samples.SampleSet;
import org.planlint.samples.Until;

/** How long a document waits for its verdict in a CMIS server that {@code planlint connect} asks every second; -Dverdicts=20. */
public final class VerdictBenchmark {
    private static final int UPLOADS = Integer.getInteger("verdicts", 20);

    private VerdictBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("planlint-verdicts");
        try (CmisServer server = new CmisServer(folder, 0)) {
            Process connector = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            WorkerSettings.classPath(),
                            "org.planlint.cli.Main",
                            "connect",
                            "cmis",
                            "--url",
                            server.url(),
                            "--user",
                            CmisServer.USER,
                            "--data",
                            folder.resolve("data").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                List<Path> files = SampleSet.docx(Files.createDirectory(folder.resolve("files")), UPLOADS + 1);
                // The first waits for all that has to start.
                wait(server.client(), files.get(0));
                double[] times = files.stream()
                        .skip(1)
                        .mapToDouble(file -> wait(server.client(), file))
                        .sorted()
                        .toArray();
                System.out.printf(
                        Locale.ROOT,
                        "CMIS: a docx of 3 to 6 pages has its verdict after %.0f ms, p95 %.0f ms, at most %.0f ms (%d uploads)%n",
                        times[times.length / 2],
                        times[times.length * 95 / 100],
                        Arrays.stream(times).max().orElseThrow(),
                        times.length);
            } finally {
                connector.destroy();
                connector.waitFor();
            }
        } finally {
            Benchmark.delete(folder);
        }
    }

    /** ms from upload to verdict. */
    private static double wait(Session client, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            long sent = System.nanoTime();
            Document document = client.getRootFolder()
                    .createDocument(
                            Map.of(PropertyIds.OBJECT_TYPE_ID, "cmis:document", PropertyIds.NAME, name),
                            new ContentStreamImpl(
                                    name,
                                    BigInteger.valueOf(bytes.length),
                                    "application/octet-stream",
                                    new ByteArrayInputStream(bytes)),
                            VersioningState.NONE);
            Until.holds("a verdict", () -> {
                document.refresh();
                return document.getPropertyValue("lint:verdict") != null;
            });
            return (System.nanoTime() - sent) / 1e6;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
