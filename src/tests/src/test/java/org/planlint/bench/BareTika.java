package org.planlint.bench;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;

/** The yardstick: a file's text by Tika alone, as its manual shows it. */
final class BareTika {
    private static final AutoDetectParser PARSER = new AutoDetectParser();

    private BareTika() {}

    static String text(String name, byte[] bytes, boolean sax) throws Exception {
        BodyContentHandler handler = new BodyContentHandler(-1);
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        ParseContext context = new ParseContext();
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(sax);
        context.set(OfficeParserConfig.class, office);
        PARSER.parse(new ByteArrayInputStream(bytes), handler, metadata, context);
        return handler.toString();
    }

    public static void main(String[] args) throws Exception {
        long characters = 0;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                characters +=
                        text(file.toString(), Files.readAllBytes(file), false).length();
            }
        }
        System.out.println(characters);
    }
}
