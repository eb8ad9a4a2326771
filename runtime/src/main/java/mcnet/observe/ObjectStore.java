package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server's objects by their path ({@code /1.0/networks/web?project=acme}), its collections as lists of paths, from which
 * any question about them is answered: with recursion or without, filtered, of one object.
 *
 * @param objects what could not be had stands as {@code {"failed": status, "error": words}}
 */
record ObjectStore(ObjectNode objects) {
    private static final String RECURSION = "recursion";
    private static final String PROJECTS = "/1.0/projects";
    private static final String FILTER = "filter";
    private static final String FAILED = "failed";
    private static final Map<String, String> IDENTIFIERS = Map.of("members", "server_name", "forwards",
            "listen_address",
            "load-balancers", "listen_address");
    /** The one form of filter that questions have. */
    private static final Pattern EQUALS = Pattern.compile("config\\.(\\S+) eq (\\S*)");

    static ObjectStore empty() {
        return new ObjectStore(JsonNodeFactory.instance.objectNode());
    }

    /** Keeps what a GET of this path was answered. */
    void put(String text, Answer answer) {
        Path path = Path.of(text);
        if (!answer.ok()) {
            objects.set(path.without(RECURSION).text(), JsonNodeFactory.instance.objectNode()
                    .put(FAILED, answer.status()).put("error", answer.error()));
            return;
        }
        if (!path.query.containsKey(RECURSION) || !answer.value().isArray()) {
            objects.set(path.text(), answer.value());
            return;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : answer.value()) {
            Optional<String> one = path.element(element);
            list.add(one.<JsonNode>map(TextNode::valueOf).orElse(element));
            one.filter(p -> !objects.has(p)).ifPresent(p -> objects.set(p, element));
        }
        objects.set(path.without(RECURSION).text(), list);
    }

    /** The paths of all objects, and of all collections with what is in them. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : objects.properties()) {
            boolean list = entry.getValue().isArray();
            paths.add(list
                    ? entry.getKey() + (entry.getKey().contains("?") ? "&" : "?") + "recursion=1"
                    : entry.getKey());
        }
        return paths;
    }

    /** What a GET of this path would be answered; empty where nobody asked for it. */
    Optional<Answer> answer(String text) {
        Path path = Path.of(text);
        // What is no list has no elements to keep by themselves: operations are lists by their state.
        if (path.query.containsKey(RECURSION) && objects.has(path.text()))
            return Optional.of(Answer.of(objects.get(path.text())));
        JsonNode kept = objects.path(path.without(RECURSION).text());
        if (kept.path(FAILED).isInt())
            return Optional.of(Answer.failed(kept.path(FAILED).asInt(), kept.path("error").asText()));
        if (kept.isArray() && path.query.containsKey(RECURSION)) return Optional.of(Answer.of(expanded(kept)));
        if (!kept.isMissingNode()) return Optional.of(Answer.of(kept));
        if (path.query.containsKey(FILTER)) return filtered(path);
        JsonNode siblings = objects.path(path.collection().text());
        return siblings.isArray() && !path.query.containsKey("target") || isOfNoProject(path)
                ? Optional.of(Answer.failed(404, "not found"))
                : Optional.empty();
    }

    /** Whether it is one object of a project that is not there. */
    private boolean isOfNoProject(Path path) {
        JsonNode projects = objects.path(PROJECTS);
        return path.query.containsKey("project") && !path.query.containsKey(RECURSION) && projects.isArray()
                && projects.valueStream().noneMatch(p -> p.asText().equals(PROJECTS + "/" + path.query.get("project")));
    }

    private JsonNode expanded(JsonNode list) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : list) all.add(each.isTextual() ? objects.path(each.asText()) : each);
        return all;
    }

    private Optional<Answer> filtered(Path path) {
        Matcher filter = EQUALS.matcher(decoded(path.query.get(FILTER)));
        if (!filter.matches()) return Optional.empty();
        Predicate<JsonNode> matches = each -> each.path("config").path(filter.group(1)).asText()
                .equals(filter.group(2));
        return answer(path.without(FILTER).text()).map(all -> {
            if (!all.ok()) return all;
            ArrayNode some = JsonNodeFactory.instance.arrayNode();
            all.value().valueStream().filter(matches).forEach(some::add);
            return Answer.of(some);
        });
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** A path with its query, whose order means nothing. */
    private record Path(String base, TreeMap<String, String> query) {

        static Path of(String text) {
            int mark = text.indexOf('?');
            TreeMap<String, String> query = new TreeMap<>();
            if (mark >= 0)
                Arrays.stream(text.substring(mark + 1).split("&")).map(p -> p.split("=", 2))
                        .forEach(p -> query.put(p[0], p.length > 1 ? p[1] : ""));
            return new Path(mark < 0 ? text : text.substring(0, mark), query);
        }

        Path without(String parameter) {
            TreeMap<String, String> rest = new TreeMap<>(query);
            rest.remove(parameter);
            return new Path(base, rest);
        }

        Path collection() {
            return new Path(base.substring(0, Math.max(0, base.lastIndexOf('/'))), query);
        }

        /** The path of one of its elements; empty where that has no name. */
        Optional<String> element(JsonNode element) {
            String name = element.path(IDENTIFIERS.getOrDefault(base.substring(base.lastIndexOf('/') + 1), "name"))
                    .asText();
            if (name.isEmpty()) return Optional.empty();
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            return Optional.of(new Path(base + "/" + encoded, without(FILTER).without(RECURSION).query).text());
        }

        String text() {
            return query.isEmpty()
                    ? base
                    : base + query.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("&", "?", ""));
        }
    }
}
