package mcnet.check.rule.forward;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;

/**
 * What a balancer's ports may lead to: backends whose port stands in their declaration, or one pool, for one port of its
 * protocol ({@code lxd/network/driver_common.go loadBalancerValidate}, {@code driver_ovn.go
 * checkLoadBalancerPoolInstances}).
 */
public final class BalancerPorts implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.listening())
            network.declaration().nested(KindName.BALANCER).forEach(balancer -> {
                balancer.nested(KindName.BACKEND).forEach(backend -> named(backend, report));
                balancer.statements(Statement.Forwarding.class).forEach(sentence -> {
                    for (Statement.Target target : sentence.targets()) {
                        fixed(target, report);
                        pool(target, network).ifPresent(pool -> pool(pool, target, sentence, report));
                    }
                });
            });
    }

    private static void named(Declaration backend, Consumer<Diagnostic> report) {
        if (backend.name().chars().anyMatch(Character::isWhitespace))
            report.accept(Diagnostic.error("MC0474", "the name of a backend cannot contain white space",
                    new Label(backend.span(), "")).why("the server refuses it").fix("write a dash instead: "
                            + backend.title().replaceFirst(" .*", "") + " "
                            + backend.name().strip().replaceAll("\\s+", "-")));
    }

    private static void fixed(Statement.Target target, Consumer<Diagnostic> report) {
        if (target.place() instanceof Subject.Thing(String kind, String name, _) && !target.ports().isEmpty()
                && !kind.equals(KindName.INSTANCE))
            report.accept(Diagnostic.error("MC0470", "the port of a " + kind + " is written in its declaration",
                    new Label(target.span(), ""))
                    .why("the server has one port for a " + kind + ", whatever leads to it")
                    .fix("write " + kind + " " + name + " { … port = " + target.ports().getFirst().text()
                            + " }, and here only " + name));
    }

    private static Optional<Declaration> pool(Statement.Target target, NetworkView network) {
        return target.place() instanceof Subject.Thing(String kind, String name, _) && kind.equals(KindName.POOL)
                ? network.declaration().nested(KindName.POOL).filter(p -> p.name().equals(name)).findFirst()
                : Optional.empty();
    }

    private static void pool(Declaration pool, Statement.Target target, Statement.Forwarding sentence,
            Consumer<Diagnostic> report) {
        Label[] labels = {new Label(target.span(), ""), new Label(pool.span(), "the pool")};
        if (sentence.targets().size() > 1)
            report.accept(Diagnostic.error("MC0471", "a pool must be the only target of its port", labels)
                    .why("the server sends a port either to backends or to one pool")
                    .fix("remove the other targets, or add their instances to the pool"));
        for (Traffic traffic : sentence.traffic()) {
            String protocol = traffic.protocol().name().toLowerCase(Locale.ROOT);
            String own = pool.has("protocol") ? ListSettings.word(pool, "protocol") : "tcp";
            if (!own.equals(protocol))
                report.accept(Diagnostic.error("MC0473", pool.title() + " is a pool for " + own, labels)
                        .why("the server refuses a " + protocol + " port to it")
                        .fix("write protocol = \"" + protocol + "\" in the pool, or use another pool"));
            if (traffic.ports().stream().mapToInt(Ports::count).sum() > 1)
                report.accept(Diagnostic.error("MC0472", "a pool takes a single port", labels)
                        .why("the server accepts neither several ports nor a range of ports with a pool")
                        .fix("write one sentence for each port: " + traffic.ports().stream()
                                .map(p -> protocol + " " + p.text().replaceFirst("-.*", "") + " -> " + pool.name())
                                .collect(Collectors.joining("; "))));
        }
    }
}
