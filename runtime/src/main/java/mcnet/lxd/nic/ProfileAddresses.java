package mcnet.lxd.nic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.ObjectUsers;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.Difference;

/**
 * Addresses that a profile fixes: each instance with the profile would have them. LXD saves the profile and then fails at
 * the second instance ({@code lxd/device/nic_ovn.go checkAddressConflict}); an instance with a NIC of its own of that name
 * does not take the profile's.
 */
public final class ProfileAddresses {
    private static final String INSTANCES = "/1.0/instances/";

    private ProfileAddresses() {}

    /** The instances that may get an address from a profile that several use. */
    public static List<Query> queries(Declaration profile, JsonNode seen) {
        List<String> users = instances(seen);
        boolean fixed = profile.nested(KindName.NIC).anyMatch(nic -> fixed(nic).findAny().isPresent());
        return fixed && users.size() > 1 ? users.stream().map(Query::cluster).toList() : List.of();
    }

    private static Stream<Setting> fixed(Declaration nic) {
        return Stream.of("address", "ipv4.address", "ipv6.address", "mac").flatMap(path -> nic.setting(path).stream());
    }

    private static List<String> instances(JsonNode profile) {
        return profile.path("used_by").valueStream().map(JsonNode::asText).filter(u -> u.startsWith(INSTANCES))
                .toList();
    }

    /** An address that a change gives to several instances at once. */
    public static List<Diagnostic> obstacles(Change profile, JsonNode seen, PlanningContext now) {
        Optional<Declaration> declared = profile.desired().map(w -> w.declaration());
        List<Diagnostic> wrong = new ArrayList<>();
        declared.stream().flatMap(d -> d.nested(KindName.NIC)).forEach(nic -> {
            List<String> takers = instances(seen).stream().filter(url -> takes(url, nic.name(), now)).toList();
            if (takers.size() < 2) return;
            fixed(nic).filter(s -> isSent(profile, nic, s)).limit(1).forEach(s -> wrong.add(Diagnostic
                    .error("MC0762", s.value().text() + " would be assigned to " + takers.size() + " instances",
                            new Label(s.value().span(),
                                    "of " + String.join(", ", takers.stream().map(ObjectUsers::name).toList())))
                    .why("each instance with " + profile.id() + " gets this address, and LXD refuses the second"
                            + " one after it has saved the profile")
                    .fix("remove it from the profile, and set it in one instance: instance NAME { nic " + nic.name()
                            + " { … } }")));
        });
        return wrong;
    }

    private static boolean isSent(Change profile, Declaration nic, Setting said) {
        String end = said.path().equals("address") ? ".address" : "." + said.path();
        return profile.differences().stream().anyMatch(d -> isOf(d, nic, end) && d.changes());
    }

    private static boolean isOf(Difference d, Declaration nic, String end) {
        String path = d.field().attribute();
        return path.startsWith(nic.name() + ".") && (path.endsWith(end) || path.equals(nic.name() + ".network"));
    }

    /** It has the profile's NIC; one that nobody was asked about is not counted. */
    private static boolean takes(String url, String nic, PlanningContext now) {
        JsonNode instance = now.seen().of(Query.cluster(url)).value();
        return instance.isObject() && !instance.path("devices").has(nic);
    }
}
