package mcnet.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.language.print.ItemText;
import mcnet.lxd.traffic.LxdAcls;
import mcnet.lxd.traffic.LxdPeerings;
import mcnet.lxd.traffic.LxdRule;
import mcnet.lxd.traffic.RuleNames;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;

/** The rules of an ACL, as sentences, in the order in which they work: the server knows no other. */
record RuleStatements(ObservedResource acl, PlanningContext now, SharedServices services) {
    private static final List<String> VERDICTS = List.of("drop", "reject", "allow");

    List<String> lines() {
        return LxdAcls.seen(acl.id(), now).map(LxdAcls::rules).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(r -> VERDICTS.indexOf(r.action())))
                .map(r -> r.sentence(this::subjects)).distinct().map(RuleStatements::whole).map(services::named)
                .toList();
    }

    /** The server names a side of a peering by its object, the language by the network at the other end. */
    private String subjects(List<String> subjects) {
        return subjects.stream().map(subject -> {
            if (subject.equals("@internal") || subject.equals("@external")) return subject.substring(1);
            if (subject.startsWith("@")) return "peer " + side(subject.substring(1));
            boolean address = subject.contains("/") || subject.contains(".") || subject.contains(":");
            if (address) return subject;
            ResourceId object = RuleNames.object(subject, "");
            return object.kind() + " " + ItemText.name(object.name());
        }).collect(Collectors.joining(", "));
    }

    /** @param side {@code web/to-db}: a network and the object on it */
    private String side(String side) {
        int slash = side.indexOf('/');
        String network = slash < 0 ? side : side.substring(0, slash);
        String object = side.substring(slash + 1);
        ResourceId at = new ResourceId(KindName.NETWORK, acl.id().project(), "", network);
        Optional<String> other = LxdPeerings.found(now).stream().flatMap(pair -> pair.sides().stream())
                .filter(s -> s.network().equals(at) && s.name().equals(object))
                .flatMap(s -> s.target().stream()).map(t -> name(t, acl.id().project())).findFirst();
        return name(at, "") + "/" + other.orElse(ItemText.name(object));
    }

    private static String name(ResourceId network, String from) {
        boolean outside = !network.project().isEmpty() && !network.project().equals(from);
        return (outside ? ItemText.name(network.project()) + "." : "") + ItemText.name(network.name());
    }

    /** A rule about everything says so. */
    private static String whole(String rule) {
        return rule.replaceFirst("^((?:allow|reject|drop) (?:ingress|egress))(?=$| log| disabled| \")", "$1 any");
    }
}
