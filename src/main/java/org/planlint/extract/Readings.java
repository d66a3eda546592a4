package org.planlint.extract;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.ImmutableCollectionsSerializers;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.objenesis.strategy.StdInstantiatorStrategy;
import org.planlint.text.Capability;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Table;
import org.planlint.text.TextLine;

/**
 * What was read of files, kept in a folder, so that other rules can judge them without reading them anew. Named by content;
 * many processes may share it.
 */
public final class Readings {
    /** A file of this folder can make nothing but these. */
    private static final List<Class<?>> KINDS = List.of(Document.class, Capability.class, Table.class, Table.Row.class, Table.Cell.class,
            Paragraph.class, Paragraph.Box.class, Paragraph.Run.class, Paragraph.Layout.class, Paragraph.Alignment.class,
            Paragraph.LineRule.class, Place.class, TextLine.class, float[].class, PageFormat.class, DigitalSignature.class,
            Revision.class, Revision.Kind.class);
    private static final int BUFFER = 1 << 14;

    private final Path folder;
    private final ThreadLocal<Kryo> kryo = ThreadLocal.withInitial(Readings::kryo);

    public Readings(Path folder) {
        this.folder = folder;
    }

    private static Kryo kryo() {
        Kryo kryo = new Kryo();
        kryo.setReferences(true);
        kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        ImmutableCollectionsSerializers.registerSerializers(kryo);
        KINDS.forEach(kryo::register);
        return kryo;
    }

    /**
     * What was read of a file of this content before; null for nothing, or for what cannot be used.
     *
     * @param key  names the content and the reader
     * @param name the file's name now
     */
    public Document recall(String key, String name) {
        Path file = file(key);
        if (Files.notExists(file)) {
            return null;
        }
        try (Input in = new Input(Files.newInputStream(file), BUFFER)) {
            return kryo.get().readObject(in, Document.class).named(name);
        } catch (IOException | RuntimeException unusable) {
            return null;
        }
    }

    /** Keeps it, whole or not at all. */
    public void keep(String key, Document document) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "reading", ".tmp");
            try (Output out = new Output(Files.newOutputStream(unfinished), BUFFER)) {
                kryo.get().writeObject(out, document);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KryoException full) {
            throw new UncheckedIOException(new IOException(full.getMessage(), full));
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }
}
