package org.planlint.extract.ocr;

import java.util.Optional;
import java.util.ServiceLoader;

/** An engine that a build of the program brings along, for machines on which nothing can be installed. */
public interface BundledEngine {
    /** The engine; nothing where it does not run on this machine. */
    Optional<Recognizer> find();

    /** The machine's own Tesseract, or else what the program brings along. */
    static Optional<Recognizer> orInstalled() {
        return Tesseract.find()
                .or(() -> ServiceLoader.load(BundledEngine.class, BundledEngine.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .map(BundledEngine::find)
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
