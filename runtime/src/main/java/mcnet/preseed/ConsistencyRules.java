package mcnet.preseed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Span;
import mcnet.model.Ip;

/**
 * What the parts of a preseed ask of each other before MicroCloud looks at any machine ({@code preseed.go validate}).
 * What is wrong with an address, a range or an interface is the language's to say.
 */
record ConsistencyRules(Preseed preseed, List<Diagnostic> found) {
    private static final String UPLINK = "ovn_uplink_interface";
    private static final String UNDERLAY = "ovn_underlay_ip";

    void check() {
        Optional<Span> systems = preseed.systems().stream().map(Preseed.System::span).findFirst();
        if (systems.isEmpty()) {
            found.add(Diagnostic.error("MC0626", "the preseed contains no"
                    + " systems", at(new Span(preseed.source(), 0, 0)))
                    .why("systems are the machines that become the cluster")
                    .fix("write them below systems: as  - name: micro1"));
            return;
        }
        names();
        finding(systems.get());
        listening();
        all(UNDERLAY, "its tunnel address");
        all(UPLINK, "its interface for the uplink");
        uplink();
        addresses();
        passphrase(systems.get());
    }

    private void names() {
        Map<String, PreseedValue> first = new HashMap<>();
        for (Preseed.System system : preseed.systems()) {
            Optional<PreseedValue> name = system.get("name");
            if (name.isEmpty()) {
                found.add(Diagnostic.error("MC0627", "a system has no name", at(system.span()))
                        .why("MicroCloud identifies a machine by its host name").fix("add name: with the output"
                                + " of the command hostname"));
                continue;
            }
            PreseedValue other = first.putIfAbsent(name.get().text(), name.get());
            if (other != null)
                found.add(Diagnostic.error("MC0628", "duplicate system " + other.text(),
                        new Label(name.get().span(), "again here"), new Label(other.span(), "first here"))
                        .why("a machine can join a cluster only once").fix("remove one of them, or correct its"
                                + " name"));
        }
    }

    /** How the systems find each other: by a look-up in a subnet, or by their addresses. */
    private void finding(Span systems) {
        Optional<PreseedValue> name = preseed.get("initiator");
        Optional<PreseedValue> address = preseed.get("initiator_address");
        Optional<PreseedValue> subnet = preseed.get("lookup_subnet");
        if (preseed.version() == 1) {
            if (subnet.isEmpty()) found.add(without("lookup_subnet", systems));
            return;
        }
        if (name.isPresent() && address.isPresent())
            found.add(Diagnostic.error("MC0629", "initiator and initiator_address cannot both be set",
                    new Label(address.get().span(), "by its address: every system has its own"),
                    new Label(name.get().span(), "by its name: the systems are looked up in lookup_subnet"))
                    .why("the systems find each other either by name or by address; MicroCloud refuses both at once")
                    .fix("remove initiator" + subnet.map(_ -> " and lookup_subnet").orElse("")
                            + ", or initiator_address and every address"));
        else if (name.isEmpty() && address.isEmpty())
            found.add(Diagnostic.error("MC0630", "missing initiator in the preseed", at(systems))
                    .why("one system invites the others; MicroCloud 2 and later need its name")
                    .fix("add initiator: and the name of one of the systems"));
        else if (name.isPresent())
            lookedUp(name.get(), subnet);
        else
            addressed(address.get(), subnet);
    }

    private void lookedUp(PreseedValue initiator, Optional<PreseedValue> subnet) {
        if (subnet.isEmpty()) {
            found.add(without("lookup_subnet", initiator.span()));
            return;
        }
        for (Preseed.System system : preseed.with("address"))
            found.add(Diagnostic.error("MC0631", "system " + system.name() + " has an address, but"
                    + " lookup_subnet is set",
                    new Label(system.get("address").get().span(), ""), new Label(subnet.get().span(), "looked up here"))
                    .why("with lookup_subnet a system's address is its first one in that subnet")
                    .fix("remove the address, or write initiator_address instead of initiator and lookup_subnet"));
    }

    private void addressed(PreseedValue initiator, Optional<PreseedValue> subnet) {
        subnet.ifPresent(s -> found.add(Diagnostic.error("MC0632",
                "lookup_subnet and initiator_address cannot both be set", at(s.span()),
                new Label(initiator.span(), "systems are found by their addresses"))
                .why("the systems find each other either by name or by address").fix("remove lookup_subnet")));
        for (Preseed.System system : preseed.systems())
            if (system.get("address").isEmpty())
                found.add(Diagnostic.error("MC0633", "system " + system.name() + " has no address", at(system.span()),
                        new Label(initiator.span(), "systems are found by their addresses"))
                        .why("with initiator_address every system needs its address").fix("add address:"
                                + " to " + system.name()));
    }

    /** Where each system listens: MicroCloud looks up no name ({@code cmd/microcloud/preseed.go RunPreseed}). */
    private void listening() {
        if (preseed.version() == 1) return;
        for (Preseed.System system : preseed.with("address")) number(system.get("address").get());
        preseed.get("initiator_address")
                .filter(a -> preseed.with("address").stream().noneMatch(s -> s.get("address").get().text()
                        .equals(a.text())))
                .ifPresent(this::number);
    }

    private void number(PreseedValue address) {
        String text = address.text();
        if (text.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*") && Ip.read(text) != null) return;
        found.add(Diagnostic.error("MC0645", text + " is not an IP address", at(address.span()))
                .why("MicroCloud listens at this address and does not resolve names: Invalid MicroCloud listen"
                        + " address")
                .fix("write the address itself: getent ahosts " + ShellWords.quoted(text)));
    }

    private Diagnostic without(String key, Span span) {
        return Diagnostic.error("MC0634", "the preseed has no " + key, at(span))
                .why("MicroCloud looks up the other systems in this subnet, and each uses its first address there")
                .fix("add " + key + ": and the members' own network, such as 10.0.0.0/24");
    }

    private void all(String key, String what) {
        List<Preseed.System> with = preseed.with(key);
        if (with.isEmpty()) return;
        for (Preseed.System system : preseed.systems())
            if (system.get(key).isEmpty())
                found.add(Diagnostic.error("MC0635", "system " + system.name() + " does not declare " + what,
                        new Label(system.span(), "no " + key),
                        new Label(with.getFirst().get(key).get().span(), "this system does"))
                        .why("either all systems have " + key + " or none").fix("add " + key + ":"
                                + " to " + system.name()));
    }

    private void uplink() {
        List<Preseed.System> with = preseed.with(UPLINK);
        Optional<PreseedValue> gateway = preseed.network("ipv4_gateway").or(() -> preseed.network("ipv6_gateway"));
        if (!with.isEmpty() && gateway.isEmpty() && !preseed.adds() && preseed.network("ipv4_range").isEmpty())
            found.add(Diagnostic.error("MC0636", "the uplink has no gateway",
                    new Label(with.getFirst().get(UPLINK).get().span(), "its interface on " + with.getFirst().name()))
                    .why("instances reach the outside through the gateway of the uplink")
                    .fix("add ovn: with ipv4_gateway and ipv4_range, or ipv6_gateway"));
        if (with.isEmpty() && gateway.isPresent())
            found.add(Diagnostic.error("MC0637", "no system has an interface for the uplink",
                    new Label(gateway.get().span(), "the gateway outside"))
                    .why("MicroCloud would use the first free one in alphabetical order on each system")
                    .fix("add " + UPLINK + ": to every system"));
    }

    private void addresses() {
        Optional<PreseedValue> gateway = preseed.network("ipv4_gateway");
        Optional<PreseedValue> range = preseed.network("ipv4_range");
        if (gateway.isPresent() == range.isPresent()) return;
        String missing = gateway.isPresent() ? "ipv4_range" : "ipv4_gateway";
        found.add(Diagnostic.error("MC0638", "the uplink has no " + missing,
                at(gateway.or(() -> range).get().span()))
                .why("routers get their addresses from the range, in the subnet of the gateway")
                .fix("add " + missing + ": such as " + (gateway.isPresent()
                        ? "198.51.100.100-198.51.100.119"
                        : "198.51.100.1/24")));
    }

    private void passphrase(Span systems) {
        if (preseed.version() > 1 && preseed.systems().size() > 1 && preseed.get("session_passphrase").isEmpty())
            found.add(Diagnostic.warning("MC0639", "the preseed has no session_passphrase", at(systems))
                    .why("MicroCloud requires it if there is more than one system; mcnet does not need it")
                    .fix("add it before MicroCloud reads the file"));
    }

    private static Label at(Span span) {
        return new Label(span, "");
    }
}
