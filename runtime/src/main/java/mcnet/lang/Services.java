package mcnet.lang;

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
import mcnet.grammar.tree.Sentence;
import mcnet.grammar.tree.Service;
import mcnet.lang.Literals.Wrong;
import mcnet.model.Traffic;

/** Kinds of traffic, and the names that {@code service} gives them. */
final class Services {
    private final Map<String, Sentence.Naming> declared = new LinkedHashMap<>();
    private final Map<String, List<Traffic>> known = new LinkedHashMap<>();
    private final Set<String> wrong = new HashSet<>();
    private final Findings findings;

    Services(List<Item> items, Findings findings) {
        this.findings = findings;
        for (Item item : items)
            if (item instanceof Item.Said(Sentence.Naming naming, Span _)) {
                Sentence.Naming first = declared.putIfAbsent(naming.name().text(), naming);
                if (first != null)
                    findings.add(Diagnostic.error("MC0505", "service " + naming.name().text() + " is declared twice",
                            new Label(naming.name().span(), "again here"), new Label(first.name().span(), "first here"))
                            .fix("give one of them another name, or take one out"));
            }
        for (Sentence.Naming naming : declared.values())
            try {
                known.put(naming.name().text(), traffic(naming.services()));
            } catch (Wrong bad) {
                wrong.add(naming.name().text());
                if (bad.diagnostic != null)
                    findings.add(bad.diagnostic);
            }
    }

    /** All of them together; empty: everything. */
    List<Traffic> traffic(List<Service> services) throws Wrong {
        List<Traffic> all = new ArrayList<>();
        for (Service service : services)
            all.addAll(traffic(service));
        return all;
    }

    List<Traffic> traffic(Service service) throws Wrong {
        return switch (service) {
            case Service.Ports p -> List.of(new Traffic(protocol(p.protocol()), Numerals.ports(p.ports()),
                    OptionalInt.empty(), OptionalInt.empty(), p.span()));
            case Service.Icmp i -> List.of(new Traffic(protocol(i.protocol()), List.of(),
                    i.type().isEmpty() ? OptionalInt.empty() : Numerals.icmp(i.type().get(), i.span()),
                    i.code().isEmpty() ? OptionalInt.empty() : Numerals.icmp(i.code().get(), i.span()), i.span()));
            case Service.Any _ -> List.of();
            case Service.Named n -> named(n);
        };
    }

    private List<Traffic> named(Service.Named service) throws Wrong {
        String name = service.name().text();
        if (wrong.contains(name))
            throw Wrong.REPORTED;
        List<Traffic> traffic = known.get(name);
        if (traffic != null)
            return traffic.stream().map(t -> new Traffic(t.protocol(), t.ports(), t.type(), t.code(), service.span()))
                    .toList();
        if (findings.mayBeDeclared(name))
            throw Wrong.REPORTED;
        throw new Wrong(Diagnostic.error("MC0517", "no service is called " + name, new Label(service.span(), ""))
                .fix(Unknown.hint(name, declared.keySet(), "declare it: service " + name + " = tcp 5432")));
    }

    private static Traffic.Protocol protocol(String word) {
        return Traffic.Protocol.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
