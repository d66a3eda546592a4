package org.planlint.connect;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.apache.chemistry.opencmis.client.api.ChangeEvent;
import org.apache.chemistry.opencmis.client.api.ChangeEvents;
import org.apache.chemistry.opencmis.client.api.CmisObject;
import org.apache.chemistry.opencmis.client.api.Document;
import org.apache.chemistry.opencmis.client.api.Folder;
import org.apache.chemistry.opencmis.client.api.OperationContext;
import org.apache.chemistry.opencmis.client.api.Property;
import org.apache.chemistry.opencmis.client.api.QueryResult;
import org.apache.chemistry.opencmis.client.api.Repository;
import org.apache.chemistry.opencmis.client.api.SecondaryType;
import org.apache.chemistry.opencmis.client.api.Session;
import org.apache.chemistry.opencmis.client.runtime.SessionFactoryImpl;
import org.apache.chemistry.opencmis.commons.PropertyIds;
import org.apache.chemistry.opencmis.commons.SessionParameter;
import org.apache.chemistry.opencmis.commons.data.ContentStream;
import org.apache.chemistry.opencmis.commons.definitions.DocumentTypeDefinition;
import org.apache.chemistry.opencmis.commons.definitions.PropertyDefinition;
import org.apache.chemistry.opencmis.commons.definitions.PropertyStringDefinition;
import org.apache.chemistry.opencmis.commons.enums.BaseTypeId;
import org.apache.chemistry.opencmis.commons.enums.BindingType;
import org.apache.chemistry.opencmis.commons.enums.CapabilityChanges;
import org.apache.chemistry.opencmis.commons.enums.Cardinality;
import org.apache.chemistry.opencmis.commons.enums.ChangeType;
import org.apache.chemistry.opencmis.commons.enums.PropertyType;
import org.apache.chemistry.opencmis.commons.enums.Updatability;
import org.apache.chemistry.opencmis.commons.enums.VersioningState;
import org.apache.chemistry.opencmis.commons.exceptions.CmisBaseException;
import org.apache.chemistry.opencmis.commons.exceptions.CmisObjectNotFoundException;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.AbstractPropertyDefinition;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.ContentStreamImpl;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.PropertyDateTimeDefinitionImpl;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.PropertyIntegerDefinitionImpl;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.PropertyStringDefinitionImpl;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.SecondaryTypeDefinitionImpl;
import org.planlint.connect.Connections.Source;
import org.planlint.store.Queue.Found;
import org.planlint.text.DocumentName;

/**
 * A CMIS 1.1 server, by the Browser binding. The verdict is a secondary type of ours on the document, and the report a document
 * beside it. Changes are asked for by query; the change log, which servers keep in very different ways, only adds to it.
 */
final class Cmis implements DocumentSystem {
    /** As {@code cmis}. */
    public static final class Kind implements SystemKind {
        @Override
        public String name() {
            return "cmis";
        }

        @Override
        public List<String> settings() {
            return Connections.settings(name());
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Cmis(source);
        }
    }

    static final String TYPE = "lint:report";
    /** A day of issue begins there. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String VERDICT = "lint:verdict";
    private static final String CONTENT_HASH = "lint:contentHash";
    private static final String RULES = "lint:rulePack";
    private static final String PAGE_TYPE = "text/html; charset=utf-8";
    /** Clocks of a cluster differ, and a long transaction shows late. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private static final int TIMEOUT_MS = 60_000;
    private static final int PAGE = 500;
    private static final int LOG_PAGES = 100;

    private final Source source;
    private Session session;
    private boolean typeIsThere;

    Cmis(Source source) {
        this.source = source;
    }

    /** Servers throw what they like; to us it is all trouble with the connection. */
    private interface Talk<T> {
        T with(Session session) throws IOException;
    }

    private <T> T talk(Talk<T> talk) throws IOException {
        try {
            return talk.with(session());
        } catch (CmisBaseException e) {
            throw new IOException(
                    e.getMessage()
                            + (e.getErrorContent() == null
                                            || e.getErrorContent().length() > 500
                                    ? ""
                                    : ": " + e.getErrorContent()),
                    e);
        }
    }

    private synchronized Session session() throws IOException {
        if (session == null) {
            Map<String, String> parameters = new HashMap<>();
            parameters.put(SessionParameter.BINDING_TYPE, BindingType.BROWSER.value());
            parameters.put(SessionParameter.BROWSER_URL, source.url().toString());
            parameters.put(SessionParameter.CONNECT_TIMEOUT, String.valueOf(TIMEOUT_MS));
            parameters.put(SessionParameter.READ_TIMEOUT, String.valueOf(TIMEOUT_MS));
            if (source.user() != null) {
                parameters.put(SessionParameter.USER, source.user());
                parameters.put(SessionParameter.PASSWORD, source.password() == null ? "" : source.password());
            }
            List<Repository> repositories = SessionFactoryImpl.newInstance().getRepositories(parameters);
            Repository repository = repositories.stream()
                    .filter(r -> source.own("repository") == null
                            || source.own("repository").equals(r.getId()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no repository " + source.own("repository") + "; there are "
                            + repositories.stream().map(Repository::getId).toList()));
            session = repository.createSession();
        }
        return session;
    }

    /** What others change is never taken from a cache. */
    private static OperationContext fresh(Session session) {
        OperationContext context = session.createOperationContext();
        context.setCacheEnabled(false);
        context.setMaxItemsPerPage(PAGE);
        return context;
    }

    // ---- what changed ----

    /** How far the changes were followed: the newest modification by the server's clock, and the place in its log. */
    private record Until(long millis, String log) {
        static Until of(String words) {
            int bar = words.indexOf('|');
            return new Until(Long.parseLong(words.substring(0, bar)), words.substring(bar + 1));
        }

        @Override
        public String toString() {
            return millis + "|" + log;
        }
    }

    @Override
    public Changes changes(String since) throws IOException {
        return talk(session -> {
            Until from = since == null ? new Until(0, latestLog(session)) : Until.of(since);
            List<Found> found = new ArrayList<>();
            String log = since == null ? from.log() : followLog(session, from.log(), found);
            long newest = from.millis();
            for (QueryResult row : session.query(query(session, from.millis()), false, fresh(session))) {
                String id = row.getPropertyValueById(PropertyIds.OBJECT_ID);
                GregorianCalendar modified = row.getPropertyValueById(PropertyIds.LAST_MODIFICATION_DATE);
                newest = Math.max(newest, modified.getTimeInMillis());
                if (DocumentName.isDocument(row.<String>getPropertyValueById(PropertyIds.NAME))) {
                    found.add(new Found(
                            id,
                            version(
                                    modified,
                                    row.getPropertyValueById(PropertyIds.CHANGE_TOKEN),
                                    row.getPropertyValueById(PropertyIds.CONTENT_STREAM_LENGTH))));
                }
            }
            return new Changes(found, new Until(newest, log).toString());
        });
    }

    private String query(Session session, long since) {
        List<String> where = new ArrayList<>();
        if (since > 0) {
            where.add("cmis:lastModificationDate >= TIMESTAMP '"
                    + Instant.ofEpochMilli(since).minus(OVERLAP) + "'");
        }
        if (source.folder() != null) {
            where.add("IN_TREE('"
                    + session.getObjectByPath(source.folder()).getId().replace("'", "\\'") + "')");
        }
        return "SELECT cmis:objectId, cmis:name, cmis:lastModificationDate, cmis:changeToken, cmis:contentStreamLength FROM cmis:document"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                + " ORDER BY cmis:lastModificationDate";
    }

    private static String latestLog(Session session) {
        String token = session.getRepositoryInfo().getLatestChangeLogToken();
        return token == null ? "" : token;
    }

    /** What the log tells since, where the server keeps one; returns the place that was reached. */
    private static String followLog(Session session, String from, List<Found> found) {
        CapabilityChanges capability = session.getRepositoryInfo().getCapabilities() == null
                ? null
                : session.getRepositoryInfo().getCapabilities().getChangesCapability();
        if (capability == null || capability == CapabilityChanges.NONE) {
            return from;
        }
        String token = from;
        Set<String> ids = new LinkedHashSet<>();
        try {
            for (int page = 0; page < LOG_PAGES; page++) {
                ChangeEvents events = session.getContentChanges(token.isEmpty() ? null : token, false, PAGE);
                for (ChangeEvent event : events.getChangeEvents()) {
                    if (event.getChangeType() == ChangeType.CREATED || event.getChangeType() == ChangeType.UPDATED) {
                        ids.add(event.getObjectId());
                    }
                }
                String next = events.getLatestChangeLogToken();
                if (next == null || next.equals(token)) {
                    break;
                }
                token = next;
                if (!events.getHasMoreItems()) {
                    break;
                }
            }
        } catch (CmisBaseException e) {
            // A log that is cut off or broken costs nothing: the query finds what it would have told.
            token = latestLog(session);
        }
        ids.forEach(id -> found.add(new Found(id, null)));
        return token;
    }

    private static String version(GregorianCalendar modified, String changeToken, BigInteger length) {
        return modified.getTimeInMillis() + "|" + changeToken + "|" + length;
    }

    // ---- a document ----

    @Override
    public Optional<Remote> document(String id) throws IOException {
        return talk(session -> {
            try {
                CmisObject object = session.getObject(id, fresh(session));
                if (!(object instanceof Document document)
                        || !DocumentName.isDocument(document.getName())
                        || document.getContentStreamLength() < 0
                        || Boolean.TRUE.equals(document.isPrivateWorkingCopy())) {
                    return Optional.empty();
                }
                return Optional.of(new Remote(
                        id,
                        document.getName(),
                        version(
                                document.getLastModificationDate(),
                                document.getChangeToken(),
                                BigInteger.valueOf(document.getContentStreamLength())),
                        document.getContentStreamLength(),
                        written(document)));
            } catch (CmisObjectNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    private static About written(Document document) {
        String hash = document.getPropertyValue(CONTENT_HASH);
        return hash == null ? null : new About(hash, document.getPropertyValue(RULES));
    }

    @Override
    public InputStream content(Remote document) throws IOException {
        return talk(session -> {
            ContentStream content = session.getContentStream(session.createObjectId(document.id()));
            return content == null ? InputStream.nullInputStream() : content.getStream();
        });
    }

    @Override
    public Map<String, String> fields(Remote document, Collection<String> names) throws IOException {
        return talk(session -> {
            CmisObject object = session.getObject(document.id(), fresh(session));
            Map<String, String> values = new LinkedHashMap<>();
            for (String name : names) {
                Property<?> property = object.getProperty(name);
                if (property != null && property.getFirstValue() instanceof GregorianCalendar day) {
                    values.put(name, day.toInstant().toString());
                } else if (property != null && property.getFirstValue() != null) {
                    values.put(name, property.getValueAsString());
                }
            }
            return values;
        });
    }

    @Override
    public Set<String> fill(Remote remote, Map<String, String> values) throws IOException {
        return talk(session -> {
            CmisObject object = session.getObject(remote.id(), fresh(session));
            Map<String, Object> properties = new LinkedHashMap<>();
            values.forEach((name, value) -> {
                Property<?> property = object.getProperty(name);
                Object fitting = property == null || property.getFirstValue() != null
                        ? null
                        : fitting(property.getDefinition(), value);
                if (fitting != null) {
                    properties.put(name, fitting);
                }
            });
            if (!properties.isEmpty()) {
                object.updateProperties(properties, false);
            }
            return properties.keySet();
        });
    }

    /** The value as the property's type has it; null where it cannot be written, or not as that. */
    private static Object fitting(PropertyDefinition<?> definition, String value) {
        if (definition.getUpdatability() != Updatability.READWRITE) {
            return null;
        }
        try {
            return switch (definition.getPropertyType()) {
                case STRING ->
                    definition instanceof PropertyStringDefinition text
                                    && text.getMaxLength() != null
                                    && text.getMaxLength().intValue() < value.length()
                            ? null
                            : value;
                case INTEGER -> new BigInteger(value);
                case DATETIME -> GregorianCalendar.from(LocalDate.parse(value).atStartOfDay(VIETNAM));
                default -> null;
            };
        } catch (NumberFormatException | DateTimeParseException other) {
            return null;
        }
    }

    @Override
    public void write(Remote remote, Judged judged) throws IOException {
        talk(session -> {
            Document document = (Document) session.getObject(remote.id(), fresh(session));
            String report = writeReport(session, document, judged);
            requireType(session);
            Set<String> types = new LinkedHashSet<>();
            if (document.getSecondaryTypes() != null) {
                document.getSecondaryTypes().stream().map(SecondaryType::getId).forEach(types::add);
            }
            types.add(TYPE);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put(PropertyIds.SECONDARY_OBJECT_TYPE_IDS, new ArrayList<>(types));
            properties.put(VERDICT, judged.verdict().word());
            properties.put("lint:decision", judged.decision().word());
            properties.put("lint:errors", BigInteger.valueOf(judged.errors()));
            properties.put("lint:warnings", BigInteger.valueOf(judged.warnings()));
            properties.put("lint:infos", BigInteger.valueOf(judged.infos()));
            properties.put("lint:summary", judged.summary());
            properties.put(CONTENT_HASH, judged.about().sha256());
            properties.put(RULES, judged.about().rules());
            GregorianCalendar checked = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            checked.setTimeInMillis(judged.checked().toEpochMilli());
            properties.put("lint:checkedAt", checked);
            properties.put("lint:reportUri", judged.place() != null ? judged.place() : report);
            document.updateProperties(properties, false);
            return null;
        });
    }

    /** The report beside the document, in place of the one before; its id, or null for a document that is in no folder. */
    private static String writeReport(Session session, Document document, Judged judged) throws IOException {
        List<Folder> parents = document.getParents(fresh(session));
        if (parents.isEmpty()) {
            return null;
        }
        Folder parent = parents.get(0);
        String name = document.getName() + DocumentName.REPORT_PAGE;
        byte[] page = judged.page().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(page)) {
            ContentStream content = new ContentStreamImpl(name, BigInteger.valueOf(page.length), PAGE_TYPE, in);
            try {
                CmisObject before = session.getObjectByPath(
                        (parent.isRootFolder() ? "" : parent.getPath()) + "/" + name, fresh(session));
                ((Document) before).setContentStream(content, true, false);
                return before.getId();
            } catch (CmisObjectNotFoundException none) {
                String type = BaseTypeId.CMIS_DOCUMENT.value();
                boolean versioned =
                        Boolean.TRUE.equals(((DocumentTypeDefinition) session.getTypeDefinition(type)).isVersionable());
                String report = session.createDocument(
                                Map.of(PropertyIds.OBJECT_TYPE_ID, type, PropertyIds.NAME, name),
                                parent,
                                content,
                                versioned ? VersioningState.MAJOR : VersioningState.NONE)
                        .getId();
                tie(session, document.getId(), report, name);
                return report;
            }
        }
    }

    /** Ties the report to its document, on servers that keep such ties; it is named in the verdict all the same. */
    private static void tie(Session session, String document, String report, String name) {
        try {
            String type = BaseTypeId.CMIS_RELATIONSHIP.value();
            if (Boolean.TRUE.equals(session.getTypeDefinition(type).isCreatable())) {
                session.createRelationship(Map.of(
                        PropertyIds.OBJECT_TYPE_ID,
                        type,
                        PropertyIds.NAME,
                        name,
                        PropertyIds.SOURCE_ID,
                        document,
                        PropertyIds.TARGET_ID,
                        report));
            }
        } catch (CmisBaseException none) {
            // The server keeps no relationships.
        }
    }

    /** Makes our type where the server has it not yet. */
    private synchronized void requireType(Session session) {
        if (typeIsThere) {
            return;
        }
        try {
            session.getTypeDefinition(TYPE, false);
        } catch (CmisObjectNotFoundException none) {
            session.createType(type());
        }
        typeIsThere = true;
    }

    private static SecondaryTypeDefinitionImpl type() {
        SecondaryTypeDefinitionImpl type = new SecondaryTypeDefinitionImpl();
        type.setId(TYPE);
        type.setLocalName(TYPE);
        type.setLocalNamespace("urn:planlint");
        type.setQueryName(TYPE);
        type.setDisplayName("PlanLint");
        type.setDescription("Kết quả kiểm tra kế hoạch / what PlanLint says of the document");
        type.setBaseTypeId(BaseTypeId.CMIS_SECONDARY);
        type.setParentTypeId(BaseTypeId.CMIS_SECONDARY.value());
        type.setIsCreatable(false);
        type.setIsFileable(false);
        type.setIsQueryable(true);
        type.setIsFulltextIndexed(false);
        type.setIsIncludedInSupertypeQuery(true);
        type.setIsControllableAcl(false);
        type.setIsControllablePolicy(false);
        for (String id : List.of(VERDICT, "lint:decision", "lint:summary", CONTENT_HASH, RULES, "lint:reportUri")) {
            type.addPropertyDefinition(property(new PropertyStringDefinitionImpl(), PropertyType.STRING, id));
        }
        for (String id : List.of("lint:errors", "lint:warnings", "lint:infos")) {
            type.addPropertyDefinition(property(new PropertyIntegerDefinitionImpl(), PropertyType.INTEGER, id));
        }
        type.addPropertyDefinition(
                property(new PropertyDateTimeDefinitionImpl(), PropertyType.DATETIME, "lint:checkedAt"));
        return type;
    }

    private static <T, D extends AbstractPropertyDefinition<T>> D property(D definition, PropertyType type, String id) {
        definition.setId(id);
        definition.setLocalName(id);
        definition.setLocalNamespace("urn:planlint");
        definition.setQueryName(id);
        definition.setDisplayName(id);
        definition.setDescription(id);
        definition.setPropertyType(type);
        definition.setCardinality(Cardinality.SINGLE);
        definition.setUpdatability(Updatability.READWRITE);
        definition.setIsInherited(false);
        definition.setIsRequired(false);
        definition.setIsQueryable(true);
        definition.setIsOrderable(true);
        definition.setIsOpenChoice(false);
        return definition;
    }

    /** CMIS has no notifications; what sends them for it names the object. */
    @Override
    public List<String> named(JsonObject notification) {
        return notification.has("objectId")
                ? List.of(notification.get("objectId").getAsString())
                : List.of();
    }

    @Override
    public void close() {
        // The session has nothing open.
    }
}
