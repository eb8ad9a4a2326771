package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.ssh.Session.Ran;
import mcnet.ssh.Session.Reply;
import mcnet.tests.model.ObjectKey.Kind;

/**
 * An LXD cluster with memory. Each request sees one state and makes the next; those that LXD answers by several looks at
 * its database do so here too, so that other requests may come between. Any number of threads may call.
 */
public final class ModelServer {
    private final Behaviour behaviour;
    private final boolean records;
    private final ModelMembers members = new ModelMembers();
    private final Map<String, Collection> collections;
    private final Random order;
    private final List<RecordedCall> recorded = Collections.synchronizedList(new ArrayList<>());
    private ServerState state = ServerState.fresh();

    /** @param seed of the order in which newer servers list */
    public ModelServer(Behaviour behaviour, long seed) {
        this(behaviour, seed, false);
    }

    private ModelServer(Behaviour behaviour, long seed, boolean records) {
        this.behaviour = behaviour;
        this.records = records;
        this.order = new Random(seed);
        this.collections = Map.of("projects", new ProjectObjects(behaviour), "networks",
                new Networks(behaviour, members.names()), "network-acls", new Acls(), "network-zones",
                new Zones(behaviour), "forwards", new Forwards(behaviour), "peers", new Peers(), "profiles",
                new Profiles(), "instances", new Instances(), "records", new Records(behaviour));
    }

    /** One that notes what it is asked. */
    static ModelServer recording(Behaviour behaviour) {
        return new ModelServer(behaviour, 0, true);
    }

    synchronized ServerState state() {
        return state;
    }

    /** Something happens that is no request. */
    synchronized void change(java.util.function.UnaryOperator<ServerState> other) {
        state = other.apply(state);
    }

    /** All that it holds, for comparisons. */
    List<String> lines() {
        return Stream.concat(state().lines().stream(), members.lines().stream()).toList();
    }

    Answer answer(String member, Question question, Caller caller) {
        if (!(question instanceof Question.Lxd(String path))) return members.answer(member, question);
        Reply reply = request(member, "GET", path, null, null, caller);
        return new Answer(reply.status(), reply.metadata(), reply.error());
    }

    Ran run(String member, List<String> command) {
        return members.run(member, command);
    }

    /** All requests so far, in an order in which each gets the same answer again. */
    List<RecordedCall> recorded() {
        return List.copyOf(recorded);
    }

    Reply request(String member, String method, String path, JsonNode body, String ifMatch, Caller caller) {
        if (!records) return reply(member, method, path, body, ifMatch, caller);
        synchronized (recorded) {
            Reply reply = reply(member, method, path, body, ifMatch, caller);
            recorded.add(new RecordedCall(method, path, body == null ? null : body.deepCopy(), ifMatch, reply));
            return reply;
        }
    }

    private Reply reply(String member, String method, String path, JsonNode body, String ifMatch, Caller caller) {
        try {
            RequestPath asked = RequestPath.of(path);
            if (method.equals("GET")) return got(member, asked, caller);
            if (method.equals("DELETE")) vanishing(asked, caller);
            synchronized (this) {
                return written(method, asked, (ObjectNode) body, ifMatch, caller.halves(method + " " + path));
            }
        } catch (Refusal e) {
            return refused(e, false);
        }
    }

    private static Reply refused(Refusal e, boolean inBackground) {
        return new Reply(inBackground ? 400 : e.status(), inBackground ? 200 : e.status(), MissingNode.getInstance(),
                e.getMessage(), "");
    }

    private Reply written(String method, RequestPath path, ObjectNode body, String ifMatch, boolean half) {
        Collection collection = collection(path);
        ObjectKey key = collection.key(state, path);
        if (!method.equals("POST")) matching(method, collection, key, path.target(), ifMatch);
        try {
            if (half)
                throw Refusal.failed("cut off").leaving(((Networks) collection).half(state,
                        ObjectKey.network(key.project(), body.path("name").asText()), body));
            state = switch (method) {
                case "POST" -> collection.post(state, key, path, body);
                case "PUT" -> collection.put(state, key, path, body, false);
                case "PATCH" -> collection.put(state, key, path, body, true);
                case "DELETE" -> collection.delete(state, key);
                default -> throw Refusal.of(501, "Not implemented");
            };
        } catch (Refusal e) {
            state = e.left(state);
            return refused(e, behaviour.inBackground());
        }
        boolean created = method.equals("POST") && !behaviour.inBackground();
        return new Reply(created ? 201 : 200, created ? 201 : 200, MissingNode.getInstance(), "", "");
    }

    /** {@code lxd/util/http.go EtagCheck} */
    private void matching(String method, Collection collection, ObjectKey key, String target, String ifMatch) {
        if (!state.has(key)) throw Refusal.of(404, collection.missing(method, key));
        if (ifMatch == null || ifMatch.isEmpty() || collection.tagged().isEmpty()) return;
        String etag = etag(collection, collection.shown(state, key, target));
        if (!etag.equals(ifMatch))
            throw Refusal.of(412, "ETag doesn't match: " + etag + " vs " + ifMatch);
    }

    private static String etag(Collection collection, JsonNode object) {
        String tagged = collection.tagged().stream().map(field -> Nodes.sorted(object.path(field)))
                .collect(Collectors.joining());
        return Integer.toHexString(tagged.hashCode());
    }

    private Collection collection(RequestPath path) {
        Collection collection = collections.get(path.collection());
        if (collection == null) throw Refusal.of(404, "not found");
        return collection;
    }

    private Reply got(String member, RequestPath path, Caller caller) {
        if (path.parts().isEmpty()) return ok(server(member));
        if (path.parts().getFirst().equals("cluster")) return ok(roster());
        if (path.parts().getFirst().equals("operations")) return ok(Nodes.object());
        if (List.of("load-balancers", "load-balancer-pools").contains(path.collection()) && behaviour.inBackground())
            return ok(Nodes.texts(List.of()));
        if (path.isCollection()) return ok(listed(path, caller));
        vanishing(path, caller);
        ServerState now = state();
        Collection collection = collection(path);
        ObjectKey key = collection.key(now, path);
        ObjectNode object = collection.shown(now, key, path.target());
        return new Reply(200, 200, object, "", etag(collection, object));
    }

    private static Reply ok(JsonNode value) {
        return new Reply(200, 200, value, "", "");
    }

    /**
     * LXD 5.0 reads the names of all ACLs and then each of them, to see who uses the one that is asked for or removed; one
     * that is gone by then makes the answer a 404 ({@code lxd/network/acl/acl_load.go UsedBy}).
     */
    private void vanishing(RequestPath path, Caller caller) {
        if (behaviour.losesLists() || !path.collection().equals("network-acls")) return;
        ServerState before = state();
        ObjectKey asked = collection(path).key(before, path);
        if (!before.has(asked)) return;
        caller.waits();
        ServerState after = state();
        before.in(Kind.ACL, asked.project(), "").filter(e -> !after.has(e.getKey())).findFirst().ifPresent(_ -> {
            throw Refusal.of(404, "Failed getting ACL usage: Network ACL not found");
        });
    }

    private JsonNode listed(RequestPath path, Caller caller) {
        Collection collection = collection(path);
        ServerState before = state();
        ObjectKey of = collection.key(before, path);
        List<ObjectKey> keys = new ArrayList<>(before.in(of.kind(), of.project(), of.parent()).map(Map.Entry::getKey)
                .filter(k -> isShown(path, before.find(k).orElseThrow())).toList());
        if (behaviour.inBackground())
            synchronized (order) {
                Collections.shuffle(keys, order);
            }
        if (!path.recursive())
            return Nodes.texts(keys.stream().map(k -> url(path, k)).toList());
        if (path.collection().matches("network-acls|network-zones")) caller.waits();
        ServerState after = state();
        List<ObjectNode> shown = new ArrayList<>();
        for (ObjectKey key : keys) {
            if (!after.has(key) && behaviour.losesLists() && path.collection().startsWith("network-"))
                throw Refusal.notFound(collection.noun());
            if (after.has(key)) shown.add(collection.shown(after, key, ""));
        }
        return Nodes.array(shown);
    }

    /** {@code lxd/filter}: the one filter that mcnet asks with. */
    private static boolean isShown(RequestPath path, JsonNode object) {
        String filter = path.query().getOrDefault("filter", "");
        if (filter.isEmpty()) return true;
        String[] words = filter.split(" ", 3);
        return ServerState.config(object, words[0].substring("config.".length())).equals(words[2]);
    }

    private static String url(RequestPath path, ObjectKey key) {
        return "/1.0/" + String.join("/", path.parts()) + "/" + mcnet.lxd.Paths.encode(key.name());
    }

    private ObjectNode server(String member) {
        ObjectNode server = Nodes.object();
        server.putObject("config").put("core.https_address", member + ":8443").put(
                "network.ovn.northbound_connection", "tcp:10.77.0.1:6641");
        server.set("api_extensions", Nodes.texts(behaviour.extensions()));
        server.putObject("environment").put("server", "lxd").put("server_name", member).put("server_clustered", true)
                .put("server_version", behaviour.version()).put("certificate_fingerprint", "67a097b6c2cb");
        return server;
    }

    private JsonNode roster() {
        return JsonNodeFactory.instance.arrayNode()
                .addAll(members.names().stream().map(m -> Nodes.object("server_name", m, "status", "Online")).toList());
    }
}
