package mcnet.lxd.traffic;

import java.util.List;
import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Value;

/** What the two LXD objects of a peering are called: as the file says, else each after the network on the other side. */
public final class PeerNames {
    private PeerNames() {}

    /** @return the left network's object first */
    public static List<String> of(Declaration peer) {
        Optional<Setting> names = peer.setting("names");
        if (names.isPresent() && names.get().value() instanceof Value.Many many && many.values().size() == 2)
            return many.values().stream().map(Value::text).toList();
        return List.of(after(network(peer, "right")), after(network(peer, "left")));
    }

    /** @param side {@code left} or {@code right} */
    public static String network(Declaration peer, String side) {
        return peer.setting(side).map(s -> s.value().text()).orElse("");
    }

    /**
     * A name that LXD takes for a peer: letters, digits and dashes, a letter in front ({@code validate.IsHostname}), not
     * one of the two words that rules know.
     */
    public static String after(String network) {
        String name = network.replaceAll("[^a-zA-Z0-9]", "-").replaceAll("^-+|-+$", "");
        boolean taken = name.equals("internal") || name.equals("external") || name.isEmpty();
        String lettered = taken || !Character.isLetter(name.charAt(0)) ? "to-" + name : name;
        return lettered.length() > 63 ? lettered.substring(0, 63).replaceAll("-+$", "") : lettered;
    }

    /**
     * The object of {@code network}'s side of its peering with {@code other}.
     *
     * @param project the project in which both are named
     */
    static Optional<String> side(Program program, String project, String network, String other) {
        for (Declaration peer : program.ofKind(KindName.PEER).toList()) {
            String left = network(peer, "left");
            String right = network(peer, "right");
            if (is(left, project, network) && is(right, project, other)) return Optional.of(of(peer).getFirst());
            if (is(right, project, network) && is(left, project, other)) return Optional.of(of(peer).getLast());
        }
        return Optional.empty();
    }

    /** Whether a peering's network is the one that is called so inside of a project. */
    static boolean is(String full, String project, String name) {
        return full.equals(name) || !project.isEmpty() && full.equals(project + "." + name);
    }
}
