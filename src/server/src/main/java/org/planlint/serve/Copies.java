package org.planlint.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.planlint.fix.Asked;
import org.planlint.fix.Fixed;
import org.planlint.isolate.FixAnswer;
import org.planlint.isolate.Upload;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.report.Status;
import org.planlint.store.CheckOnce;
import org.planlint.store.KeptDocuments;
import org.planlint.store.Store;

/** Copies of documents with what was found in them: with notes, or mended. A worker makes them. */
final class Copies {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PDF = "application/pdf";
    private static final Set<String> NOTED = Set.of(DOCX, PDF);
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final Pattern NO_ASCII = Pattern.compile("[^A-Za-z0-9._-]+");

    private final CheckOnce checks;
    private final KeptDocuments documents;
    private final Path folder;

    /** @param folder where a copy lies until it is sent */
    Copies(CheckOnce checks, KeptDocuments documents, Path folder) {
        this.checks = checks;
        this.documents = documents;
        this.folder = folder;
    }

    /** Whether a document of this report can have a copy with notes. */
    boolean notes(Store.Kept kept) {
        return isThere(kept) && NOTED.contains(kept.report().mediaType());
    }

    /** Whether it can have a mended one. */
    boolean mends(Store.Kept kept) {
        return isThere(kept) && DOCX.equals(kept.report().mediaType());
    }

    private boolean isThere(Store.Kept kept) {
        return kept.report().status() == Status.CHECKED && documents.document(kept.id()) != null;
    }

    /** The document with a note at the words of each finding that nobody lets pass. */
    void annotated(Context ctx, Store.Kept kept, Language language) throws IOException, InterruptedException {
        if (!notes(kept)) {
            throw Problem.NOT_KEPT.raised();
        }
        Path copy = copy();
        try {
            if (!checks.annotate(kept, copy, language)) {
                throw Problem.UNREADABLE.raised();
            }
            answer(ctx, kept.report(), language == Language.EN ? "-notes" : "-ghi-chu", copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The document with what can be right in one way only mended as tracked changes. */
    void fixed(Context ctx, Store.Kept kept, Language language) throws IOException, InterruptedException {
        if (!isThere(kept)) {
            throw Problem.NOT_KEPT.raised();
        }
        Path copy = copy();
        try {
            count(ctx, checks.fix(documents.document(kept.id()), copy, new Asked(Set.of(), false, false)));
            answer(ctx, kept.report(), language == Language.EN ? "-mended" : "-sua", copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A document that is sent, mended; neither is kept. */
    void fixed(Context ctx, Upload upload, Asked asked) throws IOException, InterruptedException {
        Path copy = copy();
        try {
            count(ctx, checks.fix(upload.file(), copy, asked));
            ctx.header("Content-Disposition", "attachment; filename=\"planlint.docx\"")
                    .contentType(DOCX)
                    .result(Files.readAllBytes(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Path copy() {
        return folder.resolve("copy-" + UUID.randomUUID());
    }

    private static void count(Context ctx, FixAnswer answer) {
        if (answer.refused() != null) {
            throw Problem.valueOf(answer.refused().name()).raised();
        }
        ctx.header(
                "X-PlanLint-Fix",
                "mended=" + Fixed.places(answer.mended()) + ", offered=" + Fixed.places(answer.offered()) + ", left="
                        + Fixed.places(answer.left()));
    }

    private static void answer(Context ctx, DocumentReport report, String what, Path copy) throws IOException {
        String ending = report.mediaType().equals(PDF) ? ".pdf" : ".docx";
        attach(ctx, ENDING.matcher(report.path()).replaceFirst("") + what + ending);
        ctx.contentType(report.mediaType()).result(Files.readAllBytes(copy));
    }

    /** Names what is sent, with its own letters where they are understood (RFC 6266). */
    static void attach(Context ctx, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + NO_ASCII.matcher(name).replaceAll("-") + "\"; filename*=UTF-8''" + encoded);
    }
}
