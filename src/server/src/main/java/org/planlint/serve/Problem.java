package org.planlint.serve;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.planlint.report.Text;

/** Why a request gets no report, as RFC 9457 has it. Nothing of it comes from the request. */
public enum Problem {
    /** No body, no file in the form, or a form that is broken. */
    BAD_REQUEST(400),
    /** No token, or one that is not known or revoked. */
    UNAUTHORIZED(401),
    /** The token has not the role. */
    FORBIDDEN(403),
    NOT_FOUND(404),
    /** The document was not kept, or no copy of its format can be made. */
    NOT_KEPT(404),
    /** The upload did not come within its time. */
    TOO_SLOW(408),
    TOO_LARGE(413),
    /** Only a docx is mended. */
    NOT_DOCX(422),
    /** To mend it would break its signature. */
    SIGNED(422),
    /** Its author lets nobody change it. */
    PROTECTED(422),
    ENCRYPTED(422),
    UNREADABLE(422),
    /** This client has too many checks under way. */
    TOO_MANY(429),
    /** Something broke in the service. */
    BROKEN(500),
    /** All workers are busy and enough wait already. */
    BUSY(503);

    private static final Gson GSON = new Gson();

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text text() {
        return Text.of("problem." + word());
    }

    /** {@code application/problem+json}: Vietnamese in the title, English in the detail. */
    String json() {
        Text text = text();
        JsonObject json = new JsonObject();
        json.addProperty("type", "urn:planlint:problem:" + word());
        json.addProperty("status", status);
        json.addProperty("title", text.vi());
        json.addProperty("detail", text.en());
        return GSON.toJson(json);
    }

    /** Thrown where a request ends so. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Problem problem;

        Raised(Problem problem) {
            super(problem.word(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    Raised raised() {
        return new Raised(this);
    }
}
