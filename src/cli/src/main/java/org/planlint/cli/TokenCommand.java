package org.planlint.cli;

import java.io.IOException;
import org.planlint.config.ConfigurationError;
import org.planlint.store.Role;
import org.planlint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint token}: who may use the service. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Mã truy cập của dịch vụ. / Tokens of the service.")
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "add, list, revoke");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Tạo mã; chỉ hiện một lần. / Makes a token, shown this once.")
    void add(
            @Mixin DataOptions data,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            defaultValue = "upload",
                            description = "upload, review, admin (${DEFAULT-VALUE}).")
                    Role role)
            throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            spec.commandLine().getOut().println(store.addToken(name, role));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liệt kê. / Lists them.")
    void list(@Mixin DataOptions data) throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            store.tokens()
                    .forEach(token -> spec.commandLine()
                            .getOut()
                            .println(token.name() + "  " + token.role().word() + "  " + token.created()
                                    + (token.revoked() ? "  đã thu hồi / revoked" : "")));
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Thu hồi mọi mã mang tên này. / Revokes all tokens of this name.")
    int revoke(@Mixin DataOptions data, @Parameters(paramLabel = "NAME") String name)
            throws IOException, ConfigurationError {
        try (Store store = data.open()) {
            return store.revoke(name) > 0 ? 0 : Main.USAGE;
        }
    }
}
