package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.server.Servers;
import mcnet.model.FreeKey;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.product.Product;
import mcnet.product.Server;
import mcnet.schema.ServerKeys;

/**
 * Keys under {@code lxd} that the server would refuse with the whole object: {@code Invalid option for network "web" option
 * "x"} ({@code lxd/network/driver_common.go validate}). The server's own metadata says which it has; one that is too old
 * to tell is judged by what its product has ever had.
 */
public final class UnknownKeys {
    private static final Query METADATA = Query.cluster("/1.0/metadata/configuration");

    private UnknownKeys() {}

    /** Asked only where the file names such a key: the answer is large. */
    public static List<Query> queries(PlanningContext now) {
        List<FreeKey> keys = new ArrayList<>();
        now.program().each(d -> keys.addAll(FreeKey.of(d)));
        return keys.isEmpty() ? List.of() : List.of(METADATA);
    }

    /** Of those that a change would send; of none where no server said what it is. */
    public static List<Diagnostic> of(Change change, PlanningContext now) {
        List<Server> servers = Servers.all(now);
        if (change.desired().isEmpty() || servers.isEmpty()) return List.of();
        Product product = servers.getFirst().product().orElse(Product.LXD);
        return FreeKey.of(change.desired().get().declaration()).stream()
                .filter(k -> change.of(k.path()).stream().anyMatch(Difference::changes) && !isKnown(k, product, now))
                .map(k -> error(k, change, now)).toList();
    }

    private static boolean isKnown(FreeKey key, Product product, PlanningContext now) {
        if (ServerKeys.isFree(key.key())) return true;
        Optional<Stream<String>> listed = listed(key.keys().section(), product, now);
        return listed.isPresent()
                ? listed.get().anyMatch(k -> ServerKeys.matches(k, key.key()))
                : ServerKeys.has(product.word(), key.keys().section(), key.key());
    }

    /** Groups of a section each have a list of objects with one member, the key. */
    private static Optional<Stream<String>> listed(String section, Product product, PlanningContext now) {
        JsonNode groups = now.seen().of(METADATA).value().path("configs").path(product.metadataSection(section));
        if (!groups.isObject()) return Optional.empty();
        return Optional.of(groups.valueStream().flatMap(group -> group.path("keys").valueStream())
                .flatMap(key -> key.propertyStream().map(Map.Entry::getKey)));
    }

    private static Diagnostic error(FreeKey key, Change change, PlanningContext now) {
        String version = Servers.all(now).getFirst().version();
        return Diagnostic.error("MC0759", "unknown key " + key.key() + " of " + key.keys().plural() + " on the server",
                new Label(key.span(), "of " + change.id()))
                .why((Arrays.stream(Product.values()).anyMatch(p -> listed(key.keys().section(), p, now).isPresent())
                        ? "its own metadata does not list it"
                        : "no release of it has this key")
                        + ", and it refuses an object because of one unknown key"
                        + (version.isEmpty() ? "" : "; it is version " + version))
                .fix("correct the key, remove it, or upgrade the server if a later version has it");
    }
}
