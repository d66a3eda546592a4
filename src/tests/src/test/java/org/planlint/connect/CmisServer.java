package org.planlint.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.chemistry.opencmis.client.api.Session;
import org.apache.chemistry.opencmis.client.runtime.SessionFactoryImpl;
import org.apache.chemistry.opencmis.commons.SessionParameter;
import org.apache.chemistry.opencmis.commons.enums.BindingType;
import org.planlint.Built;

/** The stock in-memory CMIS server of Apache Chemistry on Tomcat, empty, on loopback. */
public final class CmisServer implements AutoCloseable {
    public static final String USER = "vanthu";
    /** The server's own asks for classes that a Java of today has not. */
    private static final String WEB_XML = """
            <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0">
              <listener><listener-class>org.apache.chemistry.opencmis.server.impl.CmisRepositoryContextListener</listener-class></listener>
              <servlet><servlet-name>browser</servlet-name>
                <servlet-class>org.apache.chemistry.opencmis.server.impl.browser.CmisBrowserBindingServlet</servlet-class>
                <init-param><param-name>callContextHandler</param-name>
                  <param-value>org.apache.chemistry.opencmis.server.shared.BasicAuthCallContextHandler</param-value></init-param>
              </servlet>
              <servlet-mapping><servlet-name>browser</servlet-name><url-pattern>/browser/*</url-pattern></servlet-mapping>
            </web-app>
            """;

    private static final String REPOSITORY = """
            class=org.apache.chemistry.opencmis.inmemory.server.InMemoryServiceFactoryImpl
            InMemoryServer.RepositoryId=A1
            InMemoryServer.User=
            InMemoryServer.Password=
            InMemoryServer.TypesCreatorClass=org.apache.chemistry.opencmis.inmemory.types.DefaultTypeSystemCreator
            InMemoryServer.Class=org.apache.chemistry.opencmis.inmemory.storedobj.impl.StoreManagerImpl
            """;

    private final Tomcat tomcat = new Tomcat();

    public CmisServer(Path folder, int port) throws IOException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.SEVERE);
        Path app = unpacked(folder.resolve("cmis"));
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addWebapp("/cmis", app.toString());
        context.setReloadable(false);
        tomcat.start();
    }

    private static Path unpacked(Path app) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Built.CMIS_SERVER))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!entry.isDirectory()
                        && name.startsWith("WEB-INF/lib/")
                        && !name.contains("cxf")
                        && !name.contains("log4j")) {
                    write(app.resolve(name), zip);
                }
            }
        }
        write(app.resolve("WEB-INF/web.xml"), WEB_XML);
        write(app.resolve("WEB-INF/classes/repository.properties"), REPOSITORY);
        return app;
    }

    private static void write(Path file, InputStream in) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    public String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/cmis/browser";
    }

    /** A client that knows nothing of ours. */
    public Session client() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(SessionParameter.BINDING_TYPE, BindingType.BROWSER.value());
        parameters.put(SessionParameter.BROWSER_URL, url());
        parameters.put(SessionParameter.USER, USER);
        parameters.put(SessionParameter.PASSWORD, "x");
        Session session = SessionFactoryImpl.newInstance()
                .getRepositories(parameters)
                .get(0)
                .createSession();
        session.getDefaultContext().setCacheEnabled(false);
        return session;
    }

    /** Hears nobody, and keeps what it has. */
    void deaf() throws LifecycleException {
        tomcat.getConnector().stop();
    }

    void hearing() throws LifecycleException {
        tomcat.getConnector().start();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** For trying the connector by hand: {@code CmisServer FOLDER PORT}. */
    public static void main(String[] args) throws Exception {
        CmisServer server = new CmisServer(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println(server.url());
        Thread.currentThread().join();
    }
}
