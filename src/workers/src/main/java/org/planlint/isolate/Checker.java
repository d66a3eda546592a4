package org.planlint.isolate;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ReadFailure;
import org.planlint.text.DocumentName;
import org.planlint.text.PackedPath;

/** Opens files and zips: in this process, or in others. */
public interface Checker extends AutoCloseable {
    /**
     * Hands over the report on each file in the order given, and its card where the archive is catalogued.
     *
     * @param engine the one that judges these files
     */
    void check(List<Path> files, PlanLint engine, Consumer<Examination> each);

    /**
     * The names of the files within a zip.
     *
     * @throws ReadFailure if they cannot be had
     */
    List<String> entries(Path zip, PlanLint engine) throws ReadFailure, IOException;

    /**
     * The documents within a zip or a package, by their paths; a zip within it is one that cannot be read.
     *
     * @param others what else lies in it, by name
     * @throws ReadFailure if they cannot be had, or there are none
     */
    default List<Path> documents(Path zip, PlanLint engine, Consumer<String> others) throws ReadFailure, IOException {
        List<Path> documents = new ArrayList<>();
        for (String entry : entries(zip, engine)) {
            if (DocumentName.isDocumentPath(entry)) {
                documents.add(within(zip, entry));
            } else if (!entry.endsWith("/")) {
                others.accept(entry.substring(entry.lastIndexOf('/') + 1));
            }
        }
        if (documents.isEmpty()) {
            throw new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, zip.toString());
        }
        return documents;
    }

    private static Path within(Path zip, String entry) throws ReadFailure {
        try {
            return Path.of(PackedPath.path(zip.toString(), entry));
        } catch (InvalidPathException e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, e.getReason(), e);
        }
    }

    @Override
    void close();

    /** In this process, for who trusts the files. */
    static Checker here() {
        return new Checker() {
            @Override
            public void check(List<Path> files, PlanLint engine, Consumer<Examination> each) {
                engine.check(files, report -> each.accept(Examination.of(report, null)));
            }

            @Override
            public List<String> entries(Path zip, PlanLint engine) throws ReadFailure {
                return engine.entries(zip);
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
