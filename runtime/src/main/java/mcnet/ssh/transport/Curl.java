package mcnet.ssh.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcnet.ssh.Session;

/**
 * Requests to LXD for one {@code curl}. What is sent comes on its standard input, and never as an argument: a body shows
 * in no list of processes, and no length of a line limits it (curl's own for a line of {@code -K} is 100 kB up to 8.1).
 * Behind each answer, headers included, stands a group separator (ASCII 29), which no JSON text holds.
 *
 * @param arguments the words behind the socket's
 * @param input what curl finds on its standard input
 */
public record Curl(List<String> arguments, String input) {
    /** curl(1), "EXIT CODES". */
    public static final int COULD_NOT_CONNECT = 7;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEPARATOR = "\035";
    private static final String HOST = "http://lxd";
    private static final Pattern STATUS = Pattern.compile("HTTP/[\\d.]+ (\\d{3})\\b.*");

    /** GETs of these paths, over one connection. */
    public static Curl gets(List<String> paths) {
        return new Curl(with("--config", "-"), paths.stream().map(path -> "url = \"" + HOST
                + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n").collect(Collectors.joining()));
    }

    /** @param body null for none */
    public static Curl one(String method, String path, JsonNode body, String ifMatch) throws IOException {
        List<String> words = new ArrayList<>(with("--request", method));
        if (ifMatch != null) words.addAll(List.of("--header", "If-Match: " + ifMatch));
        if (body != null)
            words.addAll(List.of("--header", "Content-Type: application/json", "--header", "Expect:", "--data-binary",
                    "@-"));
        words.add(HOST + path);
        return new Curl(words, body == null ? "" : JSON.writeValueAsString(body));
    }

    private static List<String> with(String option, String value) {
        return List.of("--globoff", "--path-as-is", "--include", "--write-out", SEPARATOR, option, value);
    }

    /**
     * The answers, in the order of the requests; fewer where curl ended early.
     *
     * @throws IOException if one is no answer of LXD's
     */
    public static List<Session.Reply> replies(String out) throws IOException {
        List<Session.Reply> replies = new ArrayList<>();
        for (String answer : out.split(SEPARATOR, -1)) {
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) break;
            List<String> head = answer.substring(0, end).lines().toList();
            String etag = head.stream()
                    .filter(line -> line.regionMatches(true, 0, "etag:", 0, 5))
                    .map(line -> line.substring(5).strip())
                    .findFirst()
                    .orElse("");
            Matcher status = STATUS.matcher(head.isEmpty() ? "" : head.getFirst());
            if (!status.matches()) throw new IOException("LXD's answer is not HTTP");
            replies.add(
                    LxdResponse.open(Integer.parseInt(status.group(1)), JSON.readTree(answer.substring(end)), etag));
        }
        return replies;
    }
}
