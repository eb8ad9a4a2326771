package mcnet.preseed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.model.ClusterName;
import mcnet.model.KindName;

/**
 * A preseed as a program would say it. MicroCloud calls the uplink {@code UPLINK} and the network behind it
 * {@code default} ({@code service/lxd_config.go DefaultOVNNetwork}).
 *
 * @param name of the program
 */
record PreseedItems(Preseed preseed, String name) {
    static final String UPLINK = "UPLINK";
    static final String NETWORK = "default";
    static final String PROFILE = "default";
    static final String NIC = "eth0";
    /** MicroCloud's own descriptions ({@code service/lxd_config.go}). */
    static final String OF_UPLINK = "Uplink for OVN networks";
    static final String OF_NETWORK = "Default OVN network";

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        Span start = new Span(preseed.source(), 0, 0);
        items.add(new Item.Program(new Name(name, false, start), start));
        items.add(cluster(start));
        if (preseed.usesOvn()) items.add(uplink());
        if (preseed.usesOvn() && !preseed.adds()) {
            items.add(network());
            items.add(profile());
        }
        return items;
    }

    private Item cluster(Span start) {
        List<Item> items = new ArrayList<>();
        preseed.get("lookup_subnet").ifPresent(s -> items.add(SyntheticItems.attribute("subnet", subnet(s))));
        for (Preseed.System system : preseed.systems()) {
            List<Item> member = new ArrayList<>();
            system.get("address").ifPresent(a -> member.add(SyntheticItems.attribute("address", a)));
            system.get("ovn_underlay_ip").ifPresent(u -> member.add(SyntheticItems.attribute("underlay", u)));
            items.add(SyntheticItems.declaration(false, KindName.MEMBER, system.get("name").get(), member));
        }
        return SyntheticItems.declaration(false, KindName.CLUSTER, new PreseedValue(
                ClusterName.of(preseed.systems().stream().map(Preseed.System::name).toList()), start), items);
    }

    /** MicroCloud takes an address with a length as well, and means its network. */
    private static Expression subnet(PreseedValue said) {
        return SyntheticItems.value(new PreseedValue(Subnets.of(said.text()).orElse(said.text()), said.span()));
    }

    private Item uplink() {
        List<Item> items = new ArrayList<>();
        if (!preseed.adds()) items.add(text("description", OF_UPLINK));
        items.addAll(nics());
        List<Item> four = new ArrayList<>();
        preseed.network("ipv4_gateway").ifPresent(g -> four.add(SyntheticItems.attribute("gateway", g)));
        preseed.network("ipv4_range").ifPresent(r -> four.add(SyntheticItems.attribute("ranges",
                SyntheticItems.list(List.of(r), r.span()))));
        if (!four.isEmpty()) items.add(SyntheticItems.block("ipv4", four, span("ipv4_gateway", "ipv4_range")));
        preseed.network("ipv6_gateway").ifPresent(
                g -> items
                        .add(SyntheticItems.block("ipv6", List.of(SyntheticItems.attribute("gateway", g)), g.span())));
        preseed.network("dns_servers").ifPresent(
                d -> items.add(SyntheticItems.attribute("dns", SyntheticItems.list(listed(d), d.span()))));
        return SyntheticItems.declaration(preseed.adds(), KindName.UPLINK, new PreseedValue(UPLINK, place()), items);
    }

    /** The most common interface is the rule, others stand beside it; of equally common ones the first. */
    private List<Item> nics() {
        Map<String, List<Preseed.System>> users = new LinkedHashMap<>();
        for (Preseed.System system : preseed.with("ovn_uplink_interface"))
            users.computeIfAbsent(system.get("ovn_uplink_interface").get().text(), _ -> new ArrayList<>()).add(system);
        Optional<String> rule = users.keySet().stream()
                .max(Comparator.<String>comparingInt(nic -> users.get(nic).size())
                        .thenComparing(Comparator.comparingInt(List.copyOf(users.keySet())::indexOf).reversed()));
        List<Item> items = new ArrayList<>();
        rule.ifPresent(nic -> items.add(nic(users.get(nic))));
        users.forEach((nic, systems) -> {
            if (!nic.equals(rule.get()))
                items.add(SyntheticItems.on(systems.stream().map(s -> s.get("name").get()).toList(),
                        List.of(nic(systems))));
        });
        return items;
    }

    private static Item nic(List<Preseed.System> systems) {
        PreseedValue nic = systems.getFirst().get("ovn_uplink_interface").get();
        return SyntheticItems.attribute("nic", SyntheticItems.word(nic));
    }

    /**
     * LXD chooses its addresses, of both families whatever the uplink has. One that has no way out makes the network one that
     * LXD refuses every change of ({@code lxd/network/driver_ovn.go Update}).
     */
    private Item network() {
        Span span = place();
        if (!preseed.hasBothGateways())
            return SyntheticItems.declaration(true, KindName.NETWORK, new PreseedValue(NETWORK, span), List.of());
        List<Item> items = new ArrayList<>();
        items.add(text("description", OF_NETWORK));
        items.add(SyntheticItems.attribute("uplink", new Expression.Word(UPLINK, span)));
        for (String family : List.of("ipv4", "ipv6"))
            preseed.network(family + "_gateway").ifPresent(g -> items.add(SyntheticItems.block(family,
                    List.of(SyntheticItems.attribute("address", new Expression.Word("auto", g.span())),
                            SyntheticItems.attribute("nat", new Expression.Truth(true, g.span()))),
                    g.span())));
        return SyntheticItems.declaration(false, KindName.NETWORK, new PreseedValue(NETWORK, span), items);
    }

    /** What MicroCloud gives to instances. */
    private Item profile() {
        Span span = place();
        Item nic = SyntheticItems.declaration(false, KindName.NIC, new PreseedValue(NIC, span),
                List.of(SyntheticItems.attribute("network", new Expression.Word(NETWORK, span))));
        return SyntheticItems.declaration(false, KindName.PROFILE, new PreseedValue(PROFILE, span), List.of(nic));
    }

    private Item text(String key, String text) {
        return SyntheticItems.attribute(key, new Expression.Text(text, place()));
    }

    /** Where the preseed speaks of the uplink. */
    private Span place() {
        return preseed.ovn().isEmpty()
                ? preseed.with("ovn_uplink_interface").getFirst().get("ovn_uplink_interface").get().span()
                : preseed.ovn().values().iterator().next().span();
    }

    private Span span(String... keys) {
        return List.of(keys).stream().flatMap(k -> preseed.network(k).stream()).findFirst().get().span();
    }

    /** Texts with commas between them, each in its own place where they stand as they are written. */
    private static List<PreseedValue> listed(PreseedValue all) {
        List<PreseedValue> values = new ArrayList<>();
        boolean asWritten = all.span().text().equals(all.text());
        int at = 0;
        for (String part : all.text().split(",", -1)) {
            String value = part.strip();
            int start = all.span().start() + at + part.indexOf(value);
            values.add(new PreseedValue(value, asWritten
                    ? new Span(all.span().source(), start, start + value.length())
                    : all.span()));
            at += part.length() + 1;
        }
        return values;
    }
}
