package mcnet.check.rule.forward;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;
import mcnet.schema.Family;

/** What forwards and balancers send on: each port once, to as many ports, to an address of the network ({@code lxd/network/driver_common.go forwardValidate}). */
public final class ForwardTargets implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.listening())
            network.listeners().forEach(listener -> check(listener, network, facts, report));
    }

    private static void check(Declaration listener, NetworkView network, ProgramView facts,
            Consumer<Diagnostic> report) {
        List<Traffic> before = new ArrayList<>();
        List<Statement.Forwarding> all = listener.statements(Statement.Forwarding.class).toList();
        Optional<Subject> rest = listener.statements(Statement.Rest.class).map(Statement.Rest::target).findFirst();
        rest.ifPresent(place -> target(place, listener, network, facts, report));
        for (Statement.Forwarding forwarding : all) {
            for (Traffic traffic : forwarding.traffic()) {
                once(traffic, before, report);
                before.add(traffic);
            }
            int ports = forwarding.traffic().stream().flatMap(t -> t.ports().stream()).mapToInt(Ports::count).sum();
            for (Statement.Target target : forwarding.targets()) {
                count(ports, target, report);
                target(target.place(), listener, network, facts, report);
                rest.filter(r -> same(r, target.place())).ifPresent(r -> report.accept(Diagnostic
                        .error("MC0349", "duplicate target: the default already sends everything else to this"
                                + " address", new Label(target.span(), ""),
                                new Label(r.span(), "the default"))
                        .why("the server refuses a port whose target is the default target")
                        .fix("remove one of them")));
            }
            if (listener.kind().name().equals(KindName.FORWARD) && forwarding.targets().size() > 1)
                report.accept(Diagnostic.error("MC0348", "a forward can send a port to only one target",
                        new Label(forwarding.targets().get(1).span(), "a second one"))
                        .why("a balancer distributes connections over several targets")
                        .fix("write balancer " + listener.name() + " { … }, or leave one target"));
        }
        listener.nested(KindName.BACKEND).forEach(backend -> backend.setting("address").ifPresent(
                a -> target(new Subject.Addresses(a.value(), a.value().span()), listener, network, facts, report)));
    }

    private static boolean same(Subject a, Subject b) {
        return a instanceof Subject.Addresses(Value one, Span _) && b instanceof Subject.Addresses(Value other, Span _)
                && one.text().equals(other.text());
    }

    private static void once(Traffic traffic, List<Traffic> before, Consumer<Diagnostic> report) {
        before.stream().filter(b -> b.protocol() == traffic.protocol()
                && b.ports().stream().anyMatch(p -> traffic.ports().stream().anyMatch(p::overlaps))).findFirst()
                .ifPresent(b -> report.accept(Diagnostic.error("MC0345", "duplicate port",
                        new Label(traffic.span(), "again here"), new Label(b.span(), "first here"))
                        .why("a connection can be sent to only one target").fix("remove it from one of them")));
    }

    private static void count(int ports, Statement.Target target, Consumer<Diagnostic> report) {
        int there = target.ports().stream().mapToInt(Ports::count).sum();
        if (there > 1 && there != ports)
            report.accept(Diagnostic.error("MC0346", "cannot"
                    + " send " + ports + (ports == 1 ? " port" : " ports") + " to " + there,
                    new Label(target.span(), "")).why("the server maps ports one to one, or all ports to one port")
                    .fix("write one port, or as many as before the arrow"));
    }

    private static void target(Subject place, Declaration listener, NetworkView network, ProgramView facts,
            Consumer<Diagnostic> report) {
        if (!(place instanceof Subject.Addresses(Value.Address(IPAddress address, Span span), Span _)))
            return;
        Family family = address.isIPv4() ? Family.IPV4 : Family.IPV6;
        boolean mixed = ListenAddresses.address(listener).filter(l -> l.isIPv4() != address.isIPv4()).isPresent();
        Optional<Value.Interface> own = network.address(family);
        boolean unknown = own.isEmpty() && (network.has(family)
                || facts.invalidParts().about(network.declaration(), FamilyBlocks.path(family, "address")));
        boolean inside = own.filter(a -> AddressSpace.of(a).contains(address)
                && !AddressSpace.isBroadcast(address, AddressSpace.of(a))
                && !address.equals(AddressSpace.of(a).getLower())).isPresent();
        if (mixed)
            report.accept(Diagnostic.error("MC0350", "listen address and target must be of the same family",
                    new Label(span, FamilyBlocks.name(family)), new Label(listener.span(), ""))
                    .why("the server does not translate between IPv4 and IPv6")
                    .fix("write an address of the same family"));
        else if (!inside && !unknown)
            report.accept(Diagnostic.error("MC0347", address + " is not an address of " + network.title(),
                    new Label(span, own.map(a -> "not an instance's address of " + a.subnet().toCanonicalString())
                            .orElse("it has no " + FamilyBlocks.name(family))),
                    new Label(network.declaration().span(), ""))
                    .why("a forward ends at an instance of its network; the server refuses any other address")
                    .fix("write an address of the network, or move the " + listener.kind().name() + " to the"
                            + " network that contains it"));
    }
}
