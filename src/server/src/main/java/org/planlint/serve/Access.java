package org.planlint.serve;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Who may do what: by a token, or, as long as there is none, by sitting at this machine. */
final class Access {
    private static final String BEARER = "Bearer ";
    /** In which the page for people keeps a token; scripts do not see it, and no other site sends it. */
    private static final String COOKIE = "planlint";

    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final Store store;
    private final boolean loopback;

    /** @param loopback whether only this machine is listened to */
    Access(Store store, boolean loopback) {
        this.store = store;
        this.loopback = loopback;
    }

    void authorize(Context ctx) {
        Role asked = ((Needs) ctx.routeRoles().iterator().next()).role();
        if (!asked.equals(Role.ANYONE) && !role(ctx).covers(asked)) {
            throw (role(ctx) == Role.ANYONE ? Problem.UNAUTHORIZED : Problem.FORBIDDEN).raised();
        }
    }

    /** Without tokens whoever is on this machine may do all; else what the token lets. */
    Role role(Context ctx) {
        Role known = ctx.attribute("role");
        if (known != null) {
            return known;
        }
        Role role = token(ctx) != null
                ? bearer(ctx).map(Store.Token::role).orElse(Role.ANYONE)
                : loopback && !store.hasTokens() && isThisMachine(ctx) ? Role.ADMIN : Role.ANYONE;
        ctx.attribute("role", role);
        return role;
    }

    private static String token(Context ctx) {
        String header = ctx.header("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : ctx.cookie(COOKIE);
    }

    Optional<Store.Token> bearer(Context ctx) {
        String token = token(ctx);
        return token == null ? Optional.empty() : store.token(token);
    }

    /** No page of another site speaks for who sits here, not even one whose name leads to this machine. */
    private static boolean isThisMachine(Context ctx) {
        String host = String.valueOf(ctx.header("Host"));
        String origin = ctx.header("Origin");
        return THIS_MACHINE.matcher(host).matches() && (origin == null || origin.equals("http://" + host));
    }

    /** The token is in the answer, this once. */
    void addToken(Context ctx) throws IOException {
        JsonObject given = Json.object(Json.body(ctx));
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

    void login(Context ctx) {
        String token = ctx.formParam("token");
        if (token == null || store.token(token.strip()).isEmpty()) {
            throw Problem.UNAUTHORIZED.raised();
        }
        ctx.res().addHeader("Set-Cookie", COOKIE + "=" + token.strip() + "; Path=/; HttpOnly; SameSite=Strict");
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    void tokens(Context ctx) {
        Json.answer(ctx, store.tokens());
    }
}
