package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/instance_put.go}: instances as far as their NICs go. They are there; nobody makes one. */
record Instances() implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return ObjectKey.of(Kind.INSTANCE, path.project(), path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode instance = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        instance.set("expanded_devices", new Users(state).expanded(key, instance));
        instance.set("expanded_config", instance.path("config").deepCopy());
        return instance;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        throw Refusal.bad("instances are made by nobody here");
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode instance = state.find(key).orElseThrow().deepCopy();
        instance.put("description", body.path("description").asText());
        instance.set("profiles", body.path("profiles"));
        instance.set("config", Nodes.config(body.path("config")));
        instance.set("devices", devices(state, key.project(), body.path("devices"), true));
        return state.with(key, instance);
    }

    /** {@code lxd/device/nic_ovn.go validateConfig}, as far as it looks at other objects. */
    static ObjectNode devices(ServerState state, String project, JsonNode devices, boolean ofInstance) {
        ObjectNode kept = Nodes.object();
        String networks = new Users(state).networkProject(project);
        devices.properties().forEach(device -> {
            ObjectNode nic = Nodes.config(device.getValue());
            kept.set(device.getKey(), nic);
            if (!nic.path("type").asText().equals("nic") || !nic.has("network")) return;
            String invalid = "Device validation failed for \"" + device.getKey() + "\": ";
            JsonNode network = state.find(ObjectKey.network(networks, nic.path("network").asText()))
                    .orElseThrow(() -> Refusal.bad(invalid + "Error loading network config for \""
                            + nic.path("network").asText() + "\": Network not found"));
            if (!Users.isCreated(network))
                throw Refusal.bad(invalid + "Specified network is not fully created");
            for (String family : List.of("ipv4", "ipv6")) {
                String address = nic.path(family + ".address").asText();
                if (!address.isEmpty() && !address.equals("none") && !OvnNetworks.isInside(network, address))
                    throw Refusal.bad(invalid + "Device IP address \"" + address + "\" not within network \""
                            + nic.path("network").asText() + "\" subnet");
            }
            for (String acl : Nodes.split(nic.path("security.acls").asText()))
                if (!state.has(ObjectKey.of(Kind.ACL, networks, acl)))
                    throw Refusal.bad(invalid + "Network ACL \"" + acl + "\" does not exist");
        });
        return kept;
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        throw Refusal.bad("instances are removed by nobody here");
    }

    @Override
    public List<String> tagged() {
        return List.of("description", "profiles", "config", "devices");
    }

    @Override
    public String noun() {
        return "Instance";
    }
}
