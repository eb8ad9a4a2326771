package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a server's answer is the model's. The model need not tell all that a server tells, but config is compared as a
 * whole; what the server works out by chance or from its machine is not, and the order of lists means nothing.
 */
final class Comparison {
    private static final String MACHINES = "volatile\\..*|bridge\\.mtu|user\\.mcnet\\.lease\\..*";

    private Comparison() {}

    /** The first place where they differ. */
    static Optional<String> difference(String place, JsonNode model, JsonNode server) {
        if (isNothing(model) && isNothing(server)) return Optional.empty();
        if (model.isObject() && server.isObject()) return objects(place, model, server);
        if (model.isArray() && server.isArray()) return lists(place, sorted(model), sorted(server));
        return model.equals(server)
                ? Optional.empty()
                : Optional.of(place + ": the model says " + model + ", the server " + server);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty()
                || node.isTextual() && node.asText().isEmpty();
    }

    private static Optional<String> objects(String place, JsonNode model, JsonNode server) {
        Set<String> fields = new TreeSet<>();
        model.fieldNames().forEachRemaining(fields::add);
        if (place.endsWith("/config")) server.fieldNames().forEachRemaining(fields::add);
        return fields.stream().filter(f -> !f.matches(MACHINES))
                .flatMap(f -> difference(place + "/" + f, model.path(f), server.path(f)).stream()).findFirst();
    }

    private static Optional<String> lists(String place, List<JsonNode> model, List<JsonNode> server) {
        for (int i = 0; i < Math.max(model.size(), server.size()); i++) {
            if (i >= model.size()) return Optional.of(place + ": only the server has " + server.get(i));
            if (i >= server.size()) return Optional.of(place + ": only the model has " + model.get(i));
            Optional<String> difference = difference(place + "[" + name(model.get(i)) + "]", model.get(i),
                    server.get(i));
            if (difference.isPresent()) return difference;
        }
        return Optional.empty();
    }

    /** Interfaces of the machine are listed as networks, and are none. */
    private static List<JsonNode> sorted(JsonNode list) {
        return list.valueStream().filter(e -> !e.has("managed") || e.path("managed").asBoolean())
                .sorted(Comparator.comparing(Comparison::name)).toList();
    }

    private static String name(JsonNode entry) {
        return Stream.of("name", "listen_address").map(f -> entry.path(f).asText()).filter(n -> !n.isEmpty())
                .findFirst().orElseGet(() -> entry.isObject() ? text(entry) : entry.asText());
    }

    private static String text(JsonNode entry) {
        return entry.properties().stream().filter(e -> !isNothing(e.getValue())).map(Map.Entry::toString).sorted()
                .toList().toString();
    }
}
