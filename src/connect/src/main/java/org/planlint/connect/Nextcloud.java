package org.planlint.connect;

import static org.planlint.connect.Rest.part;
import static org.planlint.connect.Rest.word;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.text.StringEscapeUtils;
import org.planlint.connect.Connections.Source;
import org.planlint.store.Queue.Found;
import org.planlint.text.DocumentName;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Nextcloud, by WebDAV: the verdict stands in a comment at the file and in properties of ours, and the report beside it. A
 * document's id is its path below the user's files. The webhook listeners app sends the notifications.
 */
final class Nextcloud implements DocumentSystem {
    /** As {@code nextcloud}. */
    public static final class Kind implements SystemKind {
        @Override
        public String name() {
            return "nextcloud";
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Nextcloud(source);
        }
    }

    private static final String DAV = "DAV:";
    private static final String OWNCLOUD = "http://owncloud.org/ns";
    private static final String OURS = "urn:planlint";
    private static final String ASKED = "<?xml version=\"1.0\"?><d:propfind xmlns:d=\"DAV:\" xmlns:oc=\"" + OWNCLOUD
            + "\" xmlns:p=\"" + OURS + "\"><d:prop>"
            + "<d:getetag/><d:getcontentlength/><d:resourcetype/><oc:fileid/><p:about/></d:prop></d:propfind>";
    private static final int GONE = 404;
    /** What Nextcloud takes in one comment. */
    private static final int COMMENT = 1000;

    private final Rest rest;
    private final String user;
    private final String top;

    Nextcloud(Source source) {
        this.rest = new Rest(source, "Bearer");
        this.user = source.user();
        this.top = source.folder() == null ? "/" : source.folder();
    }

    /** A file or folder as WebDAV tells of it. */
    private record Entry(String path, boolean folder, String etag, long bytes, String id, String about) {}

    private String files(String path) {
        return dav() + Arrays.stream(path.split("/")).map(Rest::encoded).collect(Collectors.joining("/"));
    }

    private String dav() {
        return "/remote.php/dav/files/" + Rest.encoded(user);
    }

    private List<Entry> ask(String path, int depth) throws IOException {
        HttpResponse<String> answer = rest.send(
                rest.to(files(path)).header("Depth", String.valueOf(depth)).header("Content-Type", "application/xml"),
                "PROPFIND",
                BodyPublishers.ofString(ASKED));
        if (answer.statusCode() == GONE) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        NodeList responses = xml(Rest.require(answer)).getElementsByTagNameNS(DAV, "response");
        for (int i = 0; i < responses.getLength(); i++) {
            Element response = (Element) responses.item(i);
            String href = URLDecoder.decode(text(response, DAV, "href").replace("+", "%2B"), StandardCharsets.UTF_8);
            int at = href.indexOf("/dav/files/" + user);
            if (at >= 0) {
                String found =
                        href.substring(at + ("/dav/files/" + user).length()).replaceAll("/+$", "");
                String length = text(response, DAV, "getcontentlength");
                entries.add(new Entry(
                        found.isEmpty() ? "/" : found,
                        response.getElementsByTagNameNS(DAV, "collection").getLength() > 0,
                        text(response, DAV, "getetag"),
                        length.isEmpty() ? -1 : Long.parseLong(length),
                        text(response, OWNCLOUD, "fileid"),
                        text(response, OURS, "about")));
            }
        }
        return entries;
    }

    private static Element xml(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new IOException("no XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element in, String namespace, String name) {
        NodeList found = in.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    /** A folder's tag changes with whatever is in it, so that an unchanged one is not gone into. */
    @Override
    public Changes changes(String since) throws IOException {
        List<Entry> root = ask(top, 0);
        if (root.isEmpty()) {
            throw new IOException("no folder " + top);
        }
        String tag = root.get(0).etag();
        List<Found> found = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>();
        if (!tag.equals(since)) {
            folders.add(root.get(0).path());
        }
        while (!folders.isEmpty()) {
            String folder = folders.remove();
            for (Entry entry : ask(folder, 1)) {
                if (entry.folder() && !entry.path().equals(folder)) {
                    folders.add(entry.path());
                } else if (!entry.folder() && isDocument(entry.path())) {
                    found.add(new Found(entry.path(), entry.etag()));
                }
            }
        }
        return new Changes(found, tag);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isDocument(String path) {
        return DocumentName.isDocument(name(path));
    }

    private Optional<Entry> entry(String path) throws IOException {
        return ask(path, 0).stream().findFirst().filter(entry -> !entry.folder());
    }

    @Override
    public Optional<Remote> document(String id) throws IOException {
        return isDocument(id)
                ? entry(id).map(entry -> new Remote(id, name(id), entry.etag(), entry.bytes(), About.of(entry.about())))
                : Optional.empty();
    }

    @Override
    public InputStream content(Remote document) throws IOException {
        return rest.download(files(document.id()));
    }

    @Override
    public void write(Remote document, Judged judged) throws IOException {
        String file = entry(document.id())
                .orElseThrow(() -> new IOException("gone: " + document.id()))
                .id();
        Rest.require(rest.send(
                rest.to(files(document.id() + DocumentName.REPORT_PAGE))
                        .header("Content-Type", "text/html; charset=utf-8"),
                "PUT",
                BodyPublishers.ofString(judged.page())));
        JsonObject comment = new JsonObject();
        comment.addProperty("actorType", "users");
        comment.addProperty("verb", "comment");
        String summary = judged.summary();
        comment.addProperty("message", summary.substring(0, Math.min(COMMENT, summary.length())));
        rest.send("POST", "/remote.php/dav/comments/files/" + Rest.encoded(file), comment);
        StringBuilder properties = new StringBuilder(
                "<?xml version=\"1.0\"?><d:propertyupdate xmlns:d=\"DAV:\" xmlns:p=\"" + OURS + "\"><d:set><d:prop>");
        property(properties, "verdict", judged.verdict().word());
        property(properties, "decision", judged.decision().word());
        property(properties, "errors", String.valueOf(judged.errors()));
        property(properties, "warnings", String.valueOf(judged.warnings()));
        property(properties, "checked", judged.checked().toString());
        property(properties, "about", judged.about().toString());
        Rest.require(rest.send(
                rest.to(files(document.id())).header("Content-Type", "application/xml"),
                "PROPPATCH",
                BodyPublishers.ofString(properties
                        .append("</d:prop></d:set></d:propertyupdate>")
                        .toString())));
    }

    private static void property(StringBuilder out, String name, String value) {
        out.append("<p:")
                .append(name)
                .append('>')
                .append(StringEscapeUtils.escapeXml10(value))
                .append("</p:")
                .append(name)
                .append('>');
    }

    /** {@code event.node.path} is {@code /user/files/…}; those of other users are found where they are shared with ours. */
    @Override
    public List<String> named(JsonObject notification) {
        JsonObject event = part(notification, "event");
        String path = word(part(event, "node"), "path");
        String type = word(event, "class");
        String ours = "/" + user + "/files";
        if (path == null || type == null || type.endsWith("DeletedEvent") || !path.startsWith(ours + "/")) {
            return List.of();
        }
        String found = path.substring(ours.length());
        boolean plain = Arrays.stream(found.split("/")).noneMatch(part -> part.equals("..") || part.equals("."));
        return plain && isDocument(found) && (top.equals("/") || found.startsWith(top + "/"))
                ? List.of(found)
                : List.of();
    }

    @Override
    public void close() {
        // Connections end by themselves.
    }
}
