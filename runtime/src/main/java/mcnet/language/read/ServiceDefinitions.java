package mcnet.language.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.TrafficNode;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.UnknownNames;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Traffic;

/** Kinds of traffic, and the names that {@code service} gives them. */
final class ServiceDefinitions {
    private final Map<String, StatementNode.Naming> declared = new LinkedHashMap<>();
    private final Map<String, List<Traffic>> known = new LinkedHashMap<>();
    private final Set<String> wrong = new HashSet<>();
    private final DiagnosticCollector findings;

    ServiceDefinitions(List<Item> items, DiagnosticCollector findings) {
        this.findings = findings;
        for (Item item : items)
            if (item instanceof Item.Statement(StatementNode.Naming naming, Span _)) {
                StatementNode.Naming first = declared.putIfAbsent(naming.name().text(), naming);
                if (first != null)
                    findings.add(Diagnostic.error("MC0505", "service " + naming.name().text() + " already exists",
                            new Label(naming.name().span(), "again here"), new Label(first.name().span(), "first here"))
                            .fix("rename one of them, or remove one"));
            }
        for (StatementNode.Naming naming : declared.values())
            try {
                known.put(naming.name().text(), traffic(naming.services()));
            } catch (InvalidValue bad) {
                wrong.add(naming.name().text());
                if (bad.diagnostic != null)
                    findings.add(bad.diagnostic);
            }
    }

    /** All of them together; empty: everything. */
    List<Traffic> traffic(List<TrafficNode> services) throws InvalidValue {
        List<Traffic> all = new ArrayList<>();
        for (TrafficNode service : services)
            all.addAll(traffic(service));
        return all;
    }

    List<Traffic> traffic(TrafficNode service) throws InvalidValue {
        return switch (service) {
            case TrafficNode.Ports p -> List.of(new Traffic(protocol(p.protocol()), PortNumbers.ports(p.ports()),
                    OptionalInt.empty(), OptionalInt.empty(), p.span()));
            case TrafficNode.Icmp i -> List.of(new Traffic(protocol(i.protocol()), List.of(),
                    i.type().isEmpty() ? OptionalInt.empty() : PortNumbers.icmp(i.type().get(), i.span()),
                    i.code().isEmpty() ? OptionalInt.empty() : PortNumbers.icmp(i.code().get(), i.span()), i.span()));
            case TrafficNode.Any _ -> List.of();
            case TrafficNode.Named n -> named(n);
        };
    }

    private List<Traffic> named(TrafficNode.Named service) throws InvalidValue {
        String name = service.name().text();
        if (wrong.contains(name))
            throw InvalidValue.REPORTED;
        List<Traffic> traffic = known.get(name);
        if (traffic != null)
            return traffic.stream().map(t -> new Traffic(t.protocol(), t.ports(), t.type(), t.code(), service.span()))
                    .toList();
        if (findings.mayBeDeclared(name))
            throw InvalidValue.REPORTED;
        throw new InvalidValue(Diagnostic
                .error("MC0517", "unknown service \"" + name + "\"", new Label(service.span(), ""))
                .fix(UnknownNames.hint(name, declared.keySet(), "declare it: service " + name + " = tcp 5432")));
    }

    private static Traffic.Protocol protocol(String word) {
        return Traffic.Protocol.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
