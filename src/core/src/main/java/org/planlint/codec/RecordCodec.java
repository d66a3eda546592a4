package org.planlint.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.ImmutableCollectionsSerializers;
import com.esotericsoftware.kryo.serializers.MapSerializer;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** Records as bytes for this program alone: between its processes, and kept from one run to the next. */
public final class RecordCodec {
    private static final int BUFFER = 1 << 14;
    private static final Class<?> SORTED =
            Collections.unmodifiableMap(new TreeMap<>()).getClass();

    private final ThreadLocal<Kryo> kryo;

    /** @param kinds all that bytes can be made of and into, besides texts, numbers, days and lists */
    public RecordCodec(List<Class<?>> kinds) {
        kryo = ThreadLocal.withInitial(() -> kryo(kinds));
    }

    private static Kryo kryo(List<Class<?>> kinds) {
        Kryo kryo = new Kryo();
        kryo.setReferences(true);
        kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        ImmutableCollectionsSerializers.registerSerializers(kryo);
        kryo.register(LocalDate.class);
        kryo.register(SORTED, new Sorted());
        kinds.forEach(kryo::register);
        return kryo;
    }

    /** Of a record that keeps its map sorted and closed, and sorts what it is given. */
    private static final class Sorted extends MapSerializer<Map<?, ?>> {
        @Override
        protected SortedMap<?, ?> create(Kryo kryo, Input input, Class<? extends Map<?, ?>> type, int size) {
            return new TreeMap<>();
        }
    }

    public byte[] bytes(Object thing) {
        Output out = new Output(BUFFER, -1);
        kryo.get().writeObject(out, thing);
        return out.toBytes();
    }

    /** @throws IOException if {@code out} fails */
    public void write(Object thing, OutputStream out) throws IOException {
        Output buffered = new Output(out, BUFFER);
        try {
            kryo.get().writeObject(buffered, thing);
            buffered.flush();
        } catch (KryoException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if these bytes are none of this kind, or not whole */
    public <T> T read(byte[] bytes, Class<T> kind) {
        return read(new Input(bytes), kind);
    }

    /** @throws IllegalArgumentException if these bytes are none of this kind, or not whole */
    public <T> T read(InputStream in, Class<T> kind) {
        return read(new Input(in, BUFFER), kind);
    }

    private <T> T read(Input in, Class<T> kind) {
        try {
            return kryo.get().readObject(in, kind);
        } catch (RuntimeException unusable) {
            throw new IllegalArgumentException(
                    "not a " + kind.getSimpleName() + ": " + unusable.getMessage(), unusable);
        }
    }
}
