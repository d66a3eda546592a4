package org.planlint.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
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
        List<UploadedFile> files;
        try {
            files = ctx.uploadedFiles();
        } catch (HttpResponseException e) {
            throw e;
        } catch (Exception broken) {
            // Javalin lets the servlet's checked exceptions through unannounced.
            throw (tooLarge(broken) ? Problem.TOO_LARGE : Problem.BAD_REQUEST).raised();
        }
        if (files.size() != 1) {
            throw Problem.BAD_REQUEST.raised();
        }
        try (InputStream content = files.get(0).content()) {
            return Upload.take(files.get(0).filename(), content, folder, maxBytes, longest);
        } catch (Upload.Refused e) {
            throw (e.isTooSlow() ? Problem.TOO_SLOW : Problem.TOO_LARGE).raised();
        }
    }

    /** Jetty says so only in words. */
    private static boolean tooLarge(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String words = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("exceed") || words.contains("too large")) {
                return true;
            }
        }
        return false;
    }
}
