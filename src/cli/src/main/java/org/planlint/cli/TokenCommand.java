package org.planlint.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import org.planlint.config.ConfigurationError;
import org.planlint.store.Role;
import org.planlint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint token}: who may use the service. */
@Command(mixinStandardHelpOptions = true, description = "Mã truy cập của dịch vụ. / Tokens of the service.")
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "cần một trong các lệnh add, list, revoke / one of add, list, revoke is needed");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Tạo mã; chỉ hiện một lần. / Makes a token, shown this once.")
    void add(
            @Mixin DataOptions data,
            @Parameters(paramLabel = "NAME", description = "Người hoặc hệ thống dùng mã. / Who uses it.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            converter = Given.class,
                            completionCandidates = Given.class,
                            defaultValue = "upload",
                            description =
                                    "upload: gửi văn bản; review: xem mọi báo cáo; admin: xem cả số liệu (${DEFAULT-VALUE}). / upload: sends documents; review: sees all reports; admin: its figures as well (${DEFAULT-VALUE}).")
                    Role role)
            throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            spec.commandLine().getOut().println(store.addToken(name, role));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liệt kê. / Lists them.")
    void list(@Mixin DataOptions data) throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            store.tokens().forEach(token -> {
                String line = token.name() + "  " + token.role().word() + "  "
                        + Spoken.language(spec)
                                .day(LocalDate.ofInstant(token.created(), ZoneId.of("Asia/Ho_Chi_Minh")));
                Spoken.say(spec, token.revoked() ? line + "  đã thu hồi / " + line + "  revoked" : line);
            });
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Thu hồi mọi mã mang tên này. / Revokes all tokens of this name.")
    int revoke(
            @Mixin DataOptions data,
            @Parameters(paramLabel = "NAME", description = "Tên của mã. / Its name.") String name)
            throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            int revoked = store.revoke(name);
            if (revoked == 0) {
                Spoken.warn(spec, name + ": không có mã nào mang tên này / no token has this name");
            }
            return revoked > 0 ? 0 : Main.USAGE;
        }
    }

    /** The roles that a token gives: what anyone may do needs none. */
    static final class Given implements ITypeConverter<Role>, Iterable<String> {
        @Override
        public Role convert(String word) {
            Role role = Role.valueOf(word.toUpperCase(Locale.ROOT));
            if (role == Role.ANYONE) {
                throw new IllegalArgumentException(word);
            }
            return role;
        }

        @Override
        public Iterator<String> iterator() {
            return EnumSet.complementOf(EnumSet.of(Role.ANYONE)).stream()
                    .map(Role::word)
                    .iterator();
        }
    }
}
