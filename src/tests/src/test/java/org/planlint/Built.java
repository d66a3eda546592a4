package org.planlint;

import java.nio.file.Path;

/** What the build has laid down for tests before they run. */
public final class Built {
    /** The stock in-memory CMIS server of Apache Chemistry. */
    public static final Path CMIS_SERVER = Path.of("src/tests/target/cmis-server.war");
    /** The plugin as a host takes it. */
    public static final Path PLUGIN = Path.of("src/plugin/target/planlint-plugin.zip");

    /** The extension for LibreOffice. */
    public static final Path OFFICE = Path.of("src/office/target/planlint.oxt");

    private Built() {}
}
