package org.planlint.connect;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.planlint.connect.Connections.Source;

/**
 * A kind of document system. A further one is a jar on the class path that names its own in
 * {@code META-INF/services/org.planlint.connect.SystemKind}; nothing else need know of it.
 */
public interface SystemKind {
    /** Its name in {@code connections.yaml} and on the command line: lower case, for ever. */
    String name();

    /** What a source of this kind may say besides what all may. */
    default List<String> settings() {
        return List.of();
    }

    /** Connects to a system of this kind; nothing is asked of it yet. */
    DocumentSystem connect(Source source);

    /** All that are on the class path, by name. */
    static List<SystemKind> all() {
        return ServiceLoader.load(SystemKind.class, SystemKind.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(SystemKind::name))
                .toList();
    }

    /** @throws IllegalArgumentException where none is called so */
    static SystemKind named(String name) {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of document system is called " + name));
    }
}
