package org.planlint.connect;

import static org.planlint.connect.Rest.list;
import static org.planlint.connect.Rest.number;
import static org.planlint.connect.Rest.part;
import static org.planlint.connect.Rest.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.planlint.connect.Connections.Source;
import org.planlint.store.Queue.Found;
import org.planlint.text.DocumentName;

/**
 * Alfresco, by its REST API: the verdict is an aspect of ours, whose model the office installs, and the report a file beside the
 * document. Its event topic (CloudEvents over JMS) tells of changes; what it did not tell is found by search.
 */
final class Alfresco implements DocumentSystem {
    /** As {@code alfresco}. */
    public static final class Kind implements SystemKind {
        @Override
        public String name() {
            return "alfresco";
        }

        @Override
        public List<String> settings() {
            return Connections.settings(name());
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Alfresco(source);
        }
    }

    private static final String CORE = "/alfresco/api/-default-/public/alfresco/versions/1";
    private static final String SEARCH = "/alfresco/api/-default-/public/search/versions/1/search";
    private static final String TOPIC = "alfresco.repo.event2";
    private static final String ASPECT = "lint:report";
    private static final String CONTENT = "cm:content";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");
    private static final int PAGE = 100;
    /** The search index is behind the repository by some seconds. */
    private static final int OVERLAP_SECONDS = 60;

    private final Source source;
    private final Rest rest;
    private volatile Connection broker;

    Alfresco(Source source) {
        this.source = source;
        this.rest = new Rest(source, "Basic");
    }

    // ---- what changed ----

    @Override
    public Changes changes(String since) throws IOException {
        List<Found> found = new ArrayList<>();
        Instant newest = since == null ? Instant.EPOCH : Instant.parse(since);
        String query = "TYPE:'" + CONTENT + "'"
                + (since == null ? "" : " AND cm:modified:['" + newest.minusSeconds(OVERLAP_SECONDS) + "' TO MAX]")
                + (source.folder() == null ? "" : " AND ANCESTOR:'workspace://SpacesStore/" + source.folder() + "'");
        for (int skip = 0; ; skip += PAGE) {
            JsonObject asked = new JsonObject();
            JsonObject words = new JsonObject();
            words.addProperty("language", "afts");
            words.addProperty("query", query);
            asked.add("query", words);
            JsonObject paging = new JsonObject();
            paging.addProperty("maxItems", PAGE);
            paging.addProperty("skipCount", skip);
            asked.add("paging", paging);
            JsonArray sort = new JsonArray();
            JsonObject by = new JsonObject();
            by.addProperty("type", "FIELD");
            by.addProperty("field", "cm:modified");
            by.addProperty("ascending", true);
            sort.add(by);
            asked.add("sort", sort);
            JsonObject answer = part(Rest.object(rest.send("POST", SEARCH, asked), SEARCH), "list");
            for (JsonElement element : list(answer, "entries")) {
                JsonObject entry = part(element.getAsJsonObject(), "entry");
                Instant modified =
                        OffsetDateTime.parse(word(entry, "modifiedAt"), TIME).toInstant();
                newest = modified.isAfter(newest) ? modified : newest;
                if (DocumentName.isDocument(word(entry, "name"))) {
                    found.add(new Found(word(entry, "id"), word(entry, "modifiedAt")));
                }
            }
            if (!"true".equals(word(part(answer, "pagination"), "hasMoreItems"))) {
                return new Changes(found, newest.toString());
            }
        }
    }

    /** Hears the event topic, where the source names the broker. The client connects again by itself. */
    @Override
    public void listen(Hearer hearer) throws IOException {
        if (source.own("broker") == null) {
            return;
        }
        try {
            String url = source.own("broker").startsWith("failover:")
                    ? source.own("broker")
                    : "failover:(" + source.own("broker") + ")";
            ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
            // An event is text; nothing that is sent is ever made an object.
            factory.setTrustedPackages(List.of());
            broker = factory.createConnection();
            Session session = broker.createSession(false, Session.CLIENT_ACKNOWLEDGE);
            session.createConsumer(session.createTopic(source.own("topic") == null ? TOPIC : source.own("topic")))
                    .setMessageListener(message -> heard(message, hearer));
            broker.start();
        } catch (JMSException e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A message is taken only when its document is on disk; what is no event of ours is let go. */
    private void heard(Message message, Hearer hearer) {
        try {
            if (message instanceof TextMessage text
                    && JsonParser.parseString(text.getText()) instanceof JsonObject event) {
                List<String> documents = named(event);
                if (!documents.isEmpty()) {
                    hearer.heard(word(event, "id"), documents);
                }
            }
            message.acknowledge();
        } catch (JsonParseException broken) {
            // Not an event; the next search tells of what it meant.
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** CloudEvents of nodes: created and updated files. */
    @Override
    public List<String> named(JsonObject notification) {
        String type = word(notification, "type");
        JsonObject resource = part(part(notification, "data"), "resource");
        String id = word(resource, "id");
        String name = word(resource, "name");
        boolean told = "org.alfresco.event.node.Created".equals(type) || "org.alfresco.event.node.Updated".equals(type);
        return told
                        && id != null
                        && ID.matcher(id).matches()
                        && !"false".equals(word(resource, "isFile"))
                        && (name == null || DocumentName.isDocument(name))
                ? List.of(id)
                : List.of();
    }

    // ---- a document ----

    private Optional<JsonObject> node(String id) throws IOException {
        return ID.matcher(id).matches()
                ? rest.get(CORE + "/nodes/" + id + "?include=aspectNames,properties")
                        .map(answer -> part(answer, "entry"))
                : Optional.empty();
    }

    @Override
    public Optional<Remote> document(String id) throws IOException {
        return node(id).filter(node -> "true".equals(word(node, "isFile"))
                        && DocumentName.isDocument(word(node, "name"))
                        && node.has("content"))
                .map(node -> new Remote(
                        id,
                        word(node, "name"),
                        word(node, "modifiedAt"),
                        number(part(node, "content"), "sizeInBytes"),
                        written(part(node, "properties"))));
    }

    private static About written(JsonObject properties) {
        String hash = word(properties, "lint:contentHash");
        return hash == null ? null : new About(hash, word(properties, "lint:rulePack"));
    }

    @Override
    public InputStream content(Remote document) throws IOException {
        return rest.download(CORE + "/nodes/" + document.id() + "/content");
    }

    @Override
    public Map<String, String> fields(Remote document, Collection<String> names) throws IOException {
        JsonObject properties = part(node(document.id()).orElseGet(JsonObject::new), "properties");
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            if (word(properties, name) != null) {
                values.put(name, word(properties, name));
            }
        }
        return values;
    }

    @Override
    public Set<String> fill(Remote document, Map<String, String> values) throws IOException {
        JsonObject properties = new JsonObject();
        values.forEach(properties::addProperty);
        JsonObject change = new JsonObject();
        change.add("properties", properties);
        rest.send("PUT", CORE + "/nodes/" + document.id(), change);
        return values.keySet();
    }

    /** Aspects that are not sent back are taken away, so that all of them are. */
    @Override
    public void write(Remote document, Judged judged) throws IOException {
        JsonObject node = node(document.id()).orElseThrow(() -> new IOException("gone: " + document.id()));
        String report = writeReport(word(node, "parentId"), document.name() + DocumentName.REPORT_PAGE, judged.page());
        Set<String> aspects = new LinkedHashSet<>();
        list(node, "aspectNames").forEach(aspect -> aspects.add(aspect.getAsString()));
        aspects.add(ASPECT);
        JsonArray names = new JsonArray();
        aspects.forEach(names::add);
        JsonObject properties = new JsonObject();
        properties.addProperty("lint:verdict", judged.verdict().word());
        properties.addProperty("lint:decision", judged.decision().word());
        properties.addProperty("lint:errors", judged.errors());
        properties.addProperty("lint:warnings", judged.warnings());
        properties.addProperty("lint:infos", judged.infos());
        properties.addProperty("lint:summary", judged.summary());
        properties.addProperty("lint:contentHash", judged.about().sha256());
        properties.addProperty("lint:rulePack", judged.about().rules());
        properties.addProperty("lint:checkedAt", judged.checked().toString());
        properties.add("lint:reportUri", new JsonPrimitive(judged.place() != null ? judged.place() : report));
        JsonObject change = new JsonObject();
        change.add("aspectNames", names);
        change.add("properties", properties);
        rest.send("PUT", CORE + "/nodes/" + document.id(), change);
    }

    private String writeReport(String parent, String name, String page) throws IOException {
        Optional<String> there = rest.get(
                        CORE + "/nodes/" + Rest.encoded(parent) + "?relativePath=" + Rest.encoded(name))
                .map(answer -> word(part(answer, "entry"), "id"));
        String id;
        if (there.isPresent()) {
            id = there.get();
        } else {
            JsonObject node = new JsonObject();
            node.addProperty("name", name);
            node.addProperty("nodeType", CONTENT);
            String children = CORE + "/nodes/" + Rest.encoded(parent) + "/children";
            id = word(part(Rest.object(rest.send("POST", children, node), children), "entry"), "id");
        }
        Rest.require(rest.send(
                rest.to(CORE + "/nodes/" + Rest.encoded(id) + "/content").header("Content-Type", "text/html"),
                "PUT",
                BodyPublishers.ofString(page)));
        return id;
    }

    @Override
    public void close() {
        if (broker != null) {
            try {
                broker.close();
            } catch (JMSException e) {
                // It is gone all the same.
            }
        }
    }
}
