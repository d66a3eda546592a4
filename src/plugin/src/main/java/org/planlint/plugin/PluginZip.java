package org.planlint.plugin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.planlint.text.Sha256;

/** Run by the build: puts the plugin's zip together and writes the digests of its jars into its descriptor. */
final class PluginZip {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();
    private static final FileTime NO_TIME = FileTime.fromMillis(315532800000L);

    private PluginZip() {}

    /** Project folder, the plugin's own jar, folder of the libraries, zip to write. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path own = Path.of(args[1]);
        List<Path> libraries = files(Path.of(args[2]));
        JsonObject descriptor = JsonParser.parseString(Files.readString(project.resolve("plugin-descriptor.json")))
                .getAsJsonObject();
        JsonObject runtime = descriptor.getAsJsonObject("runtime");
        runtime.addProperty("sha256", Sha256.hex(own));
        JsonObject digests = runtime.getAsJsonObject("libraries");
        for (Path library : libraries) {
            digests.addProperty(inZip(library), Sha256.hex(library));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(args[3])))) {
            put(zip, "plugin-descriptor.json", GSON.toJson(descriptor).getBytes(StandardCharsets.UTF_8));
            put(zip, runtime.get("artifact").getAsString(), Files.readAllBytes(own));
            for (Path library : libraries) {
                put(zip, inZip(library), Files.readAllBytes(library));
            }
            put(
                    zip,
                    descriptor.getAsJsonObject("health").get("selfTest").getAsString(),
                    Files.readAllBytes(project.resolve("samples/02-toa-dam-nam-cu.docx")));
            Path rules = project.resolve("rules");
            for (Path file : files(rules)) {
                put(zip, "rules/" + rules.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String inZip(Path library) {
        return "lib/" + library.getFileName();
    }

    /** Without times, so that the same program gives the same zip. */
    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
