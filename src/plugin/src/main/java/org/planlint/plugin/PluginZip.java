package org.planlint.plugin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.planlint.text.Sha256;

/** Run by the build: puts the plugin's zip together and writes the program's digest into its descriptor. */
final class PluginZip {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
    /** What a host shares with its plugins, and is not the plugin's own. */
    private static final String SHARED = "org/planlint/spi/";
    private static final FileTime NO_TIME = FileTime.fromMillis(315532800000L);

    private PluginZip() {
    }

    /** Project folder, program, zip to write. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        byte[] program = withoutShared(Path.of(args[1]));
        JsonObject descriptor = JsonParser.parseString(Files.readString(project.resolve("plugin-descriptor.json"))).getAsJsonObject();
        JsonObject runtime = descriptor.getAsJsonObject("runtime");
        runtime.addProperty("sha256", Sha256.hex(program));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(args[2])))) {
            put(zip, "plugin-descriptor.json", GSON.toJson(descriptor).getBytes(StandardCharsets.UTF_8));
            put(zip, runtime.get("artifact").getAsString(), program);
            put(zip, descriptor.getAsJsonObject("health").get("selfTest").getAsString(), Files.readAllBytes(project.resolve("samples/02-toa-dam-nam-cu.docx")));
            Path rules = project.resolve("rules");
            try (Stream<Path> files = Files.walk(rules)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    put(zip, "rules/" + rules.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
    }

    private static byte[] withoutShared(Path jar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(jar.toFile()); ZipOutputStream to = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().startsWith(SHARED)) {
                    put(to, entry.getName(), from.getInputStream(entry).readAllBytes());
                }
            }
        }
        return out.toByteArray();
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
