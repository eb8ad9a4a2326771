package mcnet.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Requests to LXD as the configuration of one {@code curl}, which it reads from its standard input: so nothing of them
 * shows in the list of processes. Behind each answer, headers included, stands a group separator (ASCII 29), which no
 * JSON text holds.
 */
final class Curl {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEPARATOR = "\035";
    private static final String FORM = "globoff\npath-as-is\ninclude\n" + line("write-out", SEPARATOR);

    private Curl() {}

    /** GETs of these paths, over one connection. */
    static String gets(List<String> paths) {
        return FORM + paths.stream().map(Curl::url).collect(Collectors.joining());
    }

    /** @param body null for none */
    static String one(String method, String path, JsonNode body, String ifMatch) throws IOException {
        StringBuilder config = new StringBuilder(FORM + line("request", method) + url(path));
        if (ifMatch != null) config.append(header("If-Match: " + ifMatch));
        if (body != null) {
            config.append(header("Content-Type: application/json")).append(header("Expect:"));
            config.append(line("data-raw", JSON.writeValueAsString(body)));
        }
        return config.toString();
    }

    private static String url(String path) {
        return line("url", "http://lxd" + path);
    }

    private static String header(String header) {
        return line("header", header);
    }

    private static String line(String option, String value) {
        return option + " = \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
    }

    /**
     * The answers, in the order of the requests; fewer where curl ended early.
     *
     * @throws IOException if one is no answer of LXD's
     */
    static List<Writing.Reply> replies(String out) throws IOException {
        List<Writing.Reply> replies = new ArrayList<>();
        for (String answer : out.split(SEPARATOR, -1)) {
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) break;
            List<String> head = answer.substring(0, end).lines().toList();
            String etag = head.stream()
                    .filter(line -> line.regionMatches(true, 0, "etag:", 0, 5))
                    .map(line -> line.substring(5).strip())
                    .findFirst()
                    .orElse("");
            int status = Integer.parseInt(head.getFirst().split(" ")[1]);
            replies.add(Envelope.open(status, JSON.readTree(answer.substring(end)), etag));
        }
        return replies;
    }
}
