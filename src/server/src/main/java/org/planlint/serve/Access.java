package org.planlint.serve;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Who may do what: by a token, or, as long as there has been none, by sitting at this machine. */
final class Access {
    /** The scheme's name in any case (RFC 9110, 11.1). */
    private static final Pattern BEARER = Pattern.compile("^bearer +", Pattern.CASE_INSENSITIVE);
    /** In which the page for people keeps a token; scripts do not see it, and no other site sends it. */
    private static final String COOKIE = "planlint";

    /** The attribute of a request that holds the role which it has. */
    static final String ROLE = "role";

    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    /** What a proxy adds to say for whom it asks. */
    private static final Pattern OF_A_PROXY =
            Pattern.compile("forwarded|via|x-real-ip|x-forwarded-.*", Pattern.CASE_INSENSITIVE);

    /** A path of this service: what begins with two slashes is another one's. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9._~?=&%-][A-Za-z0-9._~/?=&%-]*)?");

    private static final String HTTP_1_0 = "HTTP/1.0";

    private final Store store;
    private final boolean loopback;
    private final SmallBodies bodies;

    /** @param loopback whether only this machine is listened to */
    Access(Store store, boolean loopback, SmallBodies bodies) {
        this.store = store;
        this.loopback = loopback;
        this.bodies = bodies;
    }

    void authorize(Context ctx) {
        Role asked = ((Needs) ctx.routeRoles().iterator().next()).role();
        if (!asked.equals(Role.ANYONE) && !role(ctx).covers(asked)) {
            throw (role(ctx) == Role.ANYONE ? Problem.UNAUTHORIZED : Problem.FORBIDDEN).raised();
        }
    }

    /** As long as there has been no token whoever is on this machine may do all; else what the token lets. */
    Role role(Context ctx) {
        Role known = ctx.attribute(ROLE);
        if (known != null) {
            return known;
        }
        Role role = token(ctx) != null
                ? bearer(ctx).map(Store.Token::role).orElse(Role.ANYONE)
                : loopback && !store.hasHadTokens() && isThisMachine(ctx) ? Role.ADMIN : Role.ANYONE;
        ctx.attribute(ROLE, role);
        return role;
    }

    private static String token(Context ctx) {
        String header = ctx.header("Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header);
        return bearer.find() ? header.substring(bearer.end()).strip() : ctx.cookie(COOKIE);
    }

    Optional<Store.Token> bearer(Context ctx) {
        String token = token(ctx);
        return token == null ? Optional.empty() : store.token(token);
    }

    /**
     * No page of another site speaks for who sits here, not even one whose name leads to this machine; nor does a proxy, whose
     * clients are anywhere. One that says nothing of them asks in HTTP/1.0, as nginx does unless it is told otherwise; what
     * sits here asks in 1.1.
     */
    private static boolean isThisMachine(Context ctx) {
        return isLoopback(ctx.req().getRemoteAddr())
                && THIS_MACHINE.matcher(String.valueOf(ctx.header("Host"))).matches()
                && isOwnPage(ctx)
                && !ctx.req().getProtocol().equals(HTTP_1_0)
                && ctx.headerMap().keySet().stream()
                        .noneMatch(name -> OF_A_PROXY.matcher(name).matches());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether the page that asks, where one does, came from here. */
    private static boolean isOwnPage(Context ctx) {
        String origin = ctx.header("Origin");
        String host = ctx.header("Host");
        return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    /** The token is in the answer, this once. */
    void addToken(Context ctx) throws IOException {
        JsonObject given = Json.object(bodies.known(ctx));
        Role role = Arrays.stream(Role.values())
                .filter(known -> known != Role.ANYONE && known.word().equals(Json.word(given, "role")))
                .findFirst()
                .orElseThrow(Problem.BAD_REQUEST::raised);
        if (Json.word(given, "name").isEmpty()) {
            throw Problem.BAD_REQUEST.raised();
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("token", store.addToken(Json.word(given, "name"), role));
        ctx.status(201);
        Json.answer(ctx, answer);
    }

    void revokeToken(Context ctx) {
        if (store.revoke(ctx.pathParam("name")) == 0) {
            throw Problem.NOT_FOUND.raised();
        }
        ctx.status(204);
    }

    /** Takes a token in from the page's own form: nobody is logged in by a page of another site. */
    void login(Context ctx) throws IOException {
        if (!isOwnPage(ctx)) {
            throw Problem.FORBIDDEN.raised();
        }
        Map<String, String> form = SmallBodies.form(bodies.stranger(ctx));
        String token = form.get("token");
        if (token == null || store.token(token.strip()).isEmpty()) {
            throw Problem.UNAUTHORIZED.raised();
        }
        ctx.res().addHeader("Set-Cookie", COOKIE + "=" + token.strip() + "; Path=/; HttpOnly; SameSite=Strict");
        ctx.redirect(own(form.get("next")), HttpStatus.SEE_OTHER);
    }

    /** Where the reader wanted to go, if that is here. */
    private static String own(String next) {
        return next != null && OWN_PATH.matcher(next).matches() ? next : "/";
    }

    void tokens(Context ctx) {
        Json.answer(ctx, store.tokens());
    }
}
