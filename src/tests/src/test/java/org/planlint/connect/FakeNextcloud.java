package org.planlint.connect;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.report.Verdict;

/** Nextcloud: WebDAV on a user's files, comments, and the payload of its webhook listeners. A document's id is its path. */
final class FakeNextcloud extends FakeSystem {
    private static final String FILES = "/remote.php/dav/files/vanthu";
    private static final Pattern PROPERTY = Pattern.compile("<p:(\\w+)>([^<]*)</p:");

    @Override
    Answer answer(String method, String path, Map<String, String> query, byte[] body, HttpExchange exchange) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (path.startsWith("/remote.php/dav/comments/files/")) {
            Held document = held.values().stream()
                    .filter(d -> path.endsWith("/" + number(d)))
                    .findFirst()
                    .orElseThrow();
            document.remarks.add(json(body).get("message").getAsString());
            return new Answer(201, "");
        }
        String file = URLDecoder.decode(path.substring(FILES.length()), StandardCharsets.UTF_8);
        switch (method) {
            case "PROPFIND" -> {
                return found(
                        file.replaceAll("/$", ""), exchange.getRequestHeaders().getFirst("Depth"));
            }
            case "PROPPATCH" -> {
                for (Matcher property = PROPERTY.matcher(text); property.find(); ) {
                    held.get(file).fields.put(property.group(1), property.group(2));
                }
                held.get(file).verdicts++;
                return new Answer(207, "<d:multistatus xmlns:d=\"DAV:\"/>");
            }
            case "PUT" -> {
                put(file, file.substring(file.lastIndexOf('/') + 1), body);
                return new Answer(201, "");
            }
            default -> {
                return held.containsKey(file) ? new Answer(200, held.get(file).content) : new Answer(404, "");
            }
        }
    }

    private static int number(Held document) {
        return Math.abs(document.id.hashCode());
    }

    private Answer found(String file, String depth) {
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:p=\"urn:planlint\">");
        if (file.isEmpty() || file.equals("/Plans")) {
            xml.append("<d:response><d:href>")
                    .append(FILES)
                    .append(file)
                    .append("/</d:href><d:propstat><d:prop><d:getetag>\"")
                    .append(held.values().stream()
                            .map(d -> d.modified.toString())
                            .reduce("", (a, b) -> String.valueOf((a + b).hashCode())))
                    .append(
                            "\"</d:getetag><d:resourcetype><d:collection/></d:resourcetype></d:prop></d:propstat></d:response>");
        } else if (!held.containsKey(file)) {
            return new Answer(404, "<d:error xmlns:d=\"DAV:\"/>");
        }
        if (file.isEmpty() && depth.equals("1")) {
            xml.append("<d:response><d:href>")
                    .append(FILES)
                    .append("/Plans/</d:href><d:propstat><d:prop><d:getetag>\"x\"</d:getetag>"
                            + "<d:resourcetype><d:collection/></d:resourcetype></d:prop></d:propstat></d:response>");
        }
        for (Held document : held.values()) {
            boolean inside = document.id.startsWith(file + "/")
                    && document.id.indexOf('/', file.length() + 1) < 0
                    && depth.equals("1");
            if (document.id.equals(file) || inside) {
                xml.append("<d:response><d:href>")
                        .append(FILES)
                        .append(URLEncoder.encode(document.id, StandardCharsets.UTF_8)
                                .replace("%2F", "/")
                                .replace("+", "%20"))
                        .append("</d:href><d:propstat><d:prop><d:getetag>\"")
                        .append(document.modified)
                        .append("\"</d:getetag><d:getcontentlength>")
                        .append(document.content.length)
                        .append("</d:getcontentlength><d:resourcetype/><oc:fileid>")
                        .append(number(document))
                        .append("</oc:fileid><p:about>")
                        .append(document.fields.getOrDefault("about", ""))
                        .append("</p:about></d:prop></d:propstat></d:response>");
            }
        }
        return new Answer(207, xml.append("</d:multistatus>").toString());
    }

    @Override
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString("vanthu:s3cret".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    JsonObject notification(Held document) {
        return json(("{\"event\":{\"class\":\"OCP\\\\Files\\\\Events\\\\Node\\\\NodeCreatedEvent\",\"node\":{\"id\":"
                        + number(document) + ",\"path\":\"/vanthu/files" + document.id
                        + "\"}},\"user\":{\"uid\":\"vanthu\",\"displayName\":\"Văn thư\"},\"time\":1700100000}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    String source() {
        return "{kind: nextcloud, url: \"" + url() + "\", user: vanthu, password: \"${TOKEN}\", every: 1}";
    }

    @Override
    Verdict verdict(Held document) {
        return byWord(document.fields.get("verdict"));
    }
}
