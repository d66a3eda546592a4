package org.planlint.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.planlint.isolate.Upload;

/**
 * Takes uploads in, within limits; nothing of them is looked at.
 *
 * @param folder   where they lie until they are checked
 * @param maxBytes the largest
 * @param longest  time for one to come
 */
record Intake(Path folder, long maxBytes, Duration longest) {
    /** What a form may add to its file. */
    static final int FORM = 1 << 16;
    /** How many parts a form may have; one is the file. */
    private static final int PARTS = 16;
    /** The largest part that is kept in memory. */
    private static final int IN_MEMORY = 1 << 20;

    /** Takes away what a service that was killed has left. */
    void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path upload : left) {
                Files.delete(upload);
            }
        }
    }

    /** @throws Problem.Raised for one that says itself that it is too large */
    void requireSize(Context ctx) {
        if (ctx.req().getContentLengthLong() > maxBytes + (ctx.isMultipartFormData() ? FORM : 0)) {
            drain(ctx);
            throw Problem.TOO_LARGE.raised();
        }
    }

    /** Who is still sending does not hear the answer: what is too much is let pass, as long and as far as an upload may go. */
    private void drain(Context ctx) {
        long deadline = System.nanoTime() + longest.toNanos();
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = ctx.req().getInputStream();
            long left = maxBytes * 2;
            for (int read = in.read(buffer);
                    read >= 0 && left > 0 && System.nanoTime() < deadline;
                    read = in.read(buffer)) {
                left -= read;
            }
        } catch (IOException gone) {
            // Nobody waits for the answer.
        }
    }

    /** The file of a form, or the whole body with its name in {@code ?name=}. */
    Upload upload(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            try (InputStream body = ctx.req().getInputStream()) {
                return Upload.take(ctx.queryParam("name"), body, folder, maxBytes, longest);
            } catch (Upload.Refused e) {
                if (!e.isTooSlow()) {
                    drain(ctx);
                }
                throw (e.isTooSlow() ? Problem.TOO_SLOW : Problem.TOO_LARGE).raised();
            } catch (IOException e) {
                throw (e.getCause() instanceof TimeoutException ? Problem.TOO_SLOW : Problem.BAD_REQUEST).raised();
            }
        }
        try (MultiPartFormData.Parts form = form(ctx)) {
            List<MultiPart.Part> files = new ArrayList<>();
            form.forEach(part -> {
                if (part.getFileName() != null) {
                    files.add(part);
                }
            });
            if (files.size() != 1) {
                throw Problem.BAD_REQUEST.raised();
            }
            try (InputStream content = Content.Source.asInputStream(files.get(0).getContentSource())) {
                return Upload.take(files.get(0).getFileName(), content, folder, maxBytes, longest);
            } catch (Upload.Refused e) {
                throw (e.isTooSlow() ? Problem.TOO_SLOW : Problem.TOO_LARGE).raised();
            }
        }
    }

    /**
     * The parts of a form, large ones in files. One that is a little too large is read to its end all the same, so that its sender
     * hears why it is refused.
     */
    private MultiPartFormData.Parts form(Context ctx) throws IOException {
        MultiPartConfig within = new MultiPartConfig.Builder()
                .location(folder)
                .maxParts(PARTS)
                .maxMemoryPartSize(IN_MEMORY)
                .maxPartSize(maxBytes + FORM)
                .maxSize(maxBytes + FORM)
                .build();
        InputStream body = new TimedStream(ctx.req().getInputStream(), longest);
        try {
            return MultiPartFormData.from(Content.Source.from(body), new Attributes.Mapped(), ctx.contentType(), within)
                    .join();
        } catch (CompletionException | IllegalArgumentException broken) {
            throw (isOf(TimedStream.TooSlow.class, broken) || isOf(TimeoutException.class, broken)
                            ? Problem.TOO_SLOW
                            : tooLarge(broken) ? Problem.TOO_LARGE : Problem.BAD_REQUEST)
                    .raised();
        }
    }

    private static boolean isOf(Class<? extends Throwable> kind, Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }

    /** Jetty says so only in words. */
    private static boolean tooLarge(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .map(t -> String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.contains("exceed") || words.contains("too large"));
    }
}
