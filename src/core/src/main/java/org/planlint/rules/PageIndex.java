package org.planlint.rules;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.planlint.text.Sha256;

/** All rule pages in one file that the build makes, so that start-up reads one JSON and no Markdown. */
public record PageIndex(String digest, List<RulePage> pages) {
    private static final String RESOURCE = "/rules/index.json";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    public PageIndex {
        pages = List.copyOf(pages);
    }

    /** The index that lies beside the compiled rules. */
    static PageIndex load() {
        try (InputStream in = PageIndex.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing: the build did not index the rule pages");
            }
            return GSON.fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), new TypeToken<PageIndex>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every page below {@code rules}; each DRL must have one. The digest is over rules, pages and law. */
    static PageIndex of(Path rules) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(rules)) {
            walk.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(files::add);
        }
        List<RulePage> pages = new ArrayList<>();
        MessageDigest digest = Sha256.start();
        for (Path file : files) {
            digest.update(rules.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
            String name = file.getFileName().toString();
            if (name.endsWith(".drl")) {
                String id = name.substring(0, name.length() - 4);
                Path page = file.resolveSibling(id + ".md");
                if (!Files.exists(page)) {
                    throw new IllegalArgumentException(id + ".drl has no page " + id + ".md");
                }
                pages.add(PageParser.parse(
                        id,
                        file.getParent().getFileName().toString(),
                        Files.readString(page).replace("\r\n", "\n")));
            }
        }
        return new PageIndex(HexFormat.of().formatHex(digest.digest()).substring(0, 16), pages);
    }

    /** This index and another; the digest is over both. */
    PageIndex and(PageIndex more) {
        List<RulePage> all = new ArrayList<>(pages);
        all.addAll(more.pages);
        return new PageIndex(digest + "+" + more.digest, all);
    }

    /** Run by the build: folder of rules, file to write. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, GSON.toJson(of(Path.of(args[0]))));
    }
}
