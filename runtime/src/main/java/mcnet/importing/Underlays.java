package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.language.print.ItemText;
import mcnet.model.Member;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.Field;
import mcnet.plan.ObservedResource;

/** The network of the tunnels, where it is one of its own or somebody looks after it. */
record Underlays(ObservedResource underlay, PlanningContext now) {

    /** Where a member's tunnels end, if that is worth saying. */
    Optional<String> address(Member member) {
        return isOwn() ? Optional.of(held(member)).filter(a -> !a.isEmpty()) : Optional.empty();
    }

    private boolean isOwn() {
        List<Member> members = now.reached();
        return members.stream().allMatch(m -> held(m).matches("[0-9a-fA-F.:]+") && !nic(m).isEmpty())
                && (underlay.mark().isPresent() || members.stream().anyMatch(m -> !held(m).equals(m.host())));
    }

    private String held(Member member) {
        return underlay.value(new Field("address", member.name()));
    }

    /** @param alone the members do not say the addresses themselves */
    Optional<String> text(boolean alone) {
        if (!isOwn()) return Optional.empty();
        Map<String, List<String>> nics = new LinkedHashMap<>();
        for (Member member : now.reached())
            nics.computeIfAbsent(nic(member), _ -> new ArrayList<>()).add(ItemText.name(member.name()));
        List<String> inside = new ArrayList<>();
        nics.forEach((nic, members) -> inside.add(inside.isEmpty()
                ? "nic = " + ItemText.name(nic)
                : "on " + String.join(", ", members) + " { nic = " + ItemText.name(nic) + " }"));
        for (Member member : now.reached())
            if (alone && member.underlay().isEmpty())
                inside.add("on " + ItemText.name(member.name()) + " { address = " + held(member) + " }");
        String name = underlay.id().name().isEmpty() ? "fabric" : underlay.id().name();
        return Optional.of("underlay " + ItemText.name(name) + " {\n" + String.join("\n", inside) + "\n}");
    }

    /** The MTUs of the interfaces that carry the tunnels. */
    List<Integer> mtus() {
        return now.cluster().members().stream().flatMap(m -> link(m).stream()).map(l -> l.path("mtu").asInt())
                .distinct().toList();
    }

    /** The interface that holds the address; empty where none does. */
    private String nic(Member member) {
        return link(member).map(l -> l.path("ifname").asText()).orElse("");
    }

    private Optional<JsonNode> link(Member member) {
        return now.seen().of(Query.member(member.name(), Ovn.LINKS)).value().valueStream()
                .filter(link -> link.path("addr_info").valueStream()
                        .anyMatch(held -> held.path("local").asText().equals(held(member))))
                .findFirst();
    }
}
