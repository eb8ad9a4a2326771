package mcnet.tests.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /1.0/networks/web/forwards?project=p} taken apart.
 *
 * @param parts what stands between slashes behind {@code /1.0}
 */
record RequestPath(List<String> parts, Map<String, String> query) {

    static RequestPath of(String path) {
        String[] halves = path.split("\\?", 2);
        Map<String, String> query = new TreeMap<>();
        if (halves.length > 1)
            for (String pair : halves[1].split("&")) {
                String[] keyAndValue = pair.split("=", 2);
                query.put(keyAndValue[0], keyAndValue.length > 1 ? decoded(keyAndValue[1]) : "");
            }
        List<String> parts = Arrays.stream(halves[0].split("/")).skip(2).map(RequestPath::decoded).toList();
        return new RequestPath(parts, query);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String project() {
        return query.getOrDefault("project", ServerState.DEFAULT);
    }

    /** The member that is asked, or empty. */
    String target() {
        return query.getOrDefault("target", "");
    }

    boolean recursive() {
        return query.getOrDefault("recursion", "0").equals("1");
    }

    /** {@code forwards} of a network's forwards, {@code networks} of networks. */
    String collection() {
        return parts.size() > 2 ? parts.get(2) : parts.getFirst();
    }

    /** Whether it leads to a collection, not to one of its objects. */
    boolean isCollection() {
        return parts.size() % 2 == 1;
    }

    String name() {
        return isCollection() ? "" : parts.getLast();
    }

    /** The network or zone of what is a part of one. */
    String parent() {
        return parts.size() > 2 ? parts.get(1) : "";
    }
}
