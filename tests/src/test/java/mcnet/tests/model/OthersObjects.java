package mcnet.tests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mcnet.tests.model.ObjectKey.Kind;

/** What stands on a cluster before mcnet comes: others' objects beside the program's, and the instances. */
final class OthersObjects {
    private OthersObjects() {}

    static ModelServer on(ModelServer server) {
        post(server, "/1.0/network-acls", Nodes.object("name", "theirs", "description", "kept"));
        post(server, "/1.0/network-zones", Nodes.object("name", "theirs.lan"));
        post(server, "/1.0/projects", Nodes.object("name", "theirs"));
        post(server, "/1.0/profiles", Nodes.object("name", "theirs"));
        for (String member : new String[]{"micro1", "micro2", "micro3"})
            post(server, "/1.0/networks?target=" + member, physical("parent", "eth9"));
        post(server, "/1.0/networks", physical("ipv4.gateway", "198.18.7.1/24", "ipv4.ovn.ranges",
                "198.18.7.10-198.18.7.19"));
        post(server, "/1.0/networks", config(Nodes.object("name", "theirs", "type", "ovn"), "network", "UPLINK",
                "ipv4.address", "10.99.0.1/24", "ipv4.nat", "true", "ipv6.address", "none", "security.acls",
                "theirs"));
        for (String name : new String[]{"i1", "i2"})
            server.change(state -> state.with(
                    ObjectKey.of(Kind.INSTANCE, ServerState.DEFAULT, name), instance(name)));
        return server;
    }

    private static ObjectNode physical(String... config) {
        return config(Nodes.object("name", "UPLINK", "type", "physical"), config);
    }

    private static ObjectNode config(ObjectNode object, String... config) {
        object.set("config", Nodes.object(config));
        return object;
    }

    private static ObjectNode instance(String name) {
        ObjectNode instance = config(
                Nodes.object("name", name, "type", "container", "status", "Running", "architecture",
                        "x86_64", "description", "", "location", "micro1"),
                "image.os", "tiny", "volatile.uuid", "u-" + name);
        instance.put("ephemeral", false).put("stateful", false).putArray("profiles").add(ServerState.DEFAULT);
        instance.putObject("devices").putObject("root").put("type", "disk").put("path", "/").put("pool", "local");
        return instance;
    }

    private static void post(ModelServer server, String path, ObjectNode body) {
        var reply = server.request("micro1", "POST", path, body, null, Caller.UNDISTURBED);
        if (!reply.ok()) throw new IllegalStateException(path + ": " + reply.error());
    }
}
