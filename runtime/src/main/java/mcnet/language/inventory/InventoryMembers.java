package mcnet.language.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.SymbolTable;
import mcnet.language.bind.UnknownNames;
import mcnet.language.inventory.Inventory.Host;
import mcnet.language.inventory.Inventory.Scalar;
import mcnet.language.load.ImportReader;
import mcnet.language.load.UnreadableFile;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.KindName;

/**
 * {@code inventory "hosts.yaml"} in a cluster: its members are the hosts of the group that is called like the cluster,
 * and every word of theirs knows where it stands in the inventory.
 */
public record InventoryMembers(ImportReader reader, DiagnosticCollector findings) {

    /** The items with members in the place of inventories. */
    public List<Item> replaced(List<Item> items) {
        return items.stream().map(item -> item instanceof Item.Declaration d && d.kind().text().equals(KindName.CLUSTER)
                && d.body().isPresent() ? cluster(d) : item).toList();
    }

    private Item cluster(Item.Declaration cluster) {
        List<Item> items = new ArrayList<>();
        for (Item item : cluster.body().get().items())
            if (item instanceof Item.Inventory inventory)
                items.addAll(members(inventory, SymbolTable.name(cluster.head()).orElse("")));
            else
            items.add(item);
        return new Item.Declaration(cluster.existing(), cluster.kind(), cluster.head(),
                Optional.of(new Body(items, cluster.body().get().span())), cluster.span());
    }

    private List<Item> members(Item.Inventory item, String cluster) {
        Span span = item.file().span();
        try {
            if (reader.isOutside(span.source().name(), item.file().text()))
                throw new InvalidValue(Diagnostic
                        .error("MC0459", item.file().text() + " is outside of the program's folder",
                                new Label(span, ""))
                        .why("a program reads files of its own folder, or of the git work tree around it")
                        .fix("keep the inventory there, or a copy: ansible-inventory -i FILE --list --yaml"));
            Optional<Source> source = reader.file(span.source().name(), item.file().text());
            if (source.isEmpty())
                throw new InvalidValue(
                        Diagnostic.error("MC0610", "cannot read " + item.file().text(), new Label(span, ""))
                                .why("mcnet looks for an inventory relative to the file that names it")
                                .fix("check its name and its permissions"));
            Inventory inventory = Inventory.of(source.get(), span);
            if (!inventory.groups().contains(cluster))
                throw new InvalidValue(Diagnostic.error("MC0615", "unknown group \"" + cluster + "\""
                        + " in " + item.file().text(),
                        new Label(span, "")).why("the members of a cluster are the hosts of the group with its name")
                        .fix(UnknownNames.hint(cluster, inventory.groups(), "give the cluster the name of one"
                                + " of its groups: "
                                + String.join(", ", inventory.groups()))));
            List<Item> members = new ArrayList<>();
            Map<String, Map<String, Scalar>> told = new TreeMap<>();
            for (Host host : inventory.hosts(cluster))
                members.add(member(host, unused(host, told)));
            if (!told.isEmpty())
                findings.add(withoutEffect(item.file().text(), told, span));
            return members;
        } catch (UnreadableFile unreadable) {
            findings.add(unreadable.importedAt(span));
            return List.of(new Item.Broken(java.util.Set.of(mcnet.model.InvalidParts.ALL), item.span()));
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            return List.of(new Item.Broken(java.util.Set.of(mcnet.model.InvalidParts.ALL), item.span()));
        }
    }

    private Item member(Host host, BiConsumer<Scalar, String> unused) {
        Span at = host.name().span();
        List<Item> items = new ArrayList<>();
        value(host, "ansible_host").or(() -> value(host, "ansible_ssh_host"))
                .ifPresent(v -> items.add(attribute("address", address(v), v.span())));
        value(host, "mcnet_underlay").or(() -> value(host, "underlay"))
                .ifPresent(v -> items.add(attribute("underlay", address(v), v.span())));
        if (!host.groups().isEmpty())
            items.add(attribute("groups", new Expression.ListOf(host.groups().stream()
                    .map(g -> (Expression) new Expression.Text(g, at)).toList(), at), at));
        List<Item> ssh = new ConnectionVariables(host, variable -> value(host, variable), findings, unused).items();
        if (!ssh.isEmpty())
            items.add(new Item.Block(new Name("ssh", false, at), new Body(ssh, at), at));
        return new Item.Declaration(false, new Name(KindName.MEMBER, false, at),
                new Expression.Text(host.name().text(), at),
                Optional.of(new Body(items, at)), at);
    }

    private Optional<Scalar> value(Host host, String variable) {
        Scalar value = host.variables().get(variable);
        if (value == null || !value.text().contains("{{") && !value.text().contains("{%"))
            return Optional.ofNullable(value);
        findings.add(Diagnostic.error("MC0616", variable + " of " + host.name().text() + " is a template",
                new Label(value.span(), "")).why("only Ansible can evaluate Jinja templates")
                .fix("write the value itself, or set it in the file: member " + host.name().text() + " { … }"));
        return Optional.empty();
    }

    private static Item attribute(String key, Expression value, Span span) {
        return new Item.Attribute(new Name(key, false, span), value, span);
    }

    private static Expression address(Scalar value) {
        String text = value.text();
        if (text.matches("\\d+(\\.\\d+)+"))
            return new Expression.Literal(Expression.Form.ADDRESS4, text, value.span());
        if (text.matches("\\d+(\\.\\d+)+/\\d{1,9}"))
            return new Expression.Literal(Expression.Form.NET4, text, value.span());
        return text.indexOf(':') >= 0
                ? new Expression.Literal(Expression.Form.ADDRESS6, text, value.span())
                : text(value);
    }

    private static BiConsumer<Scalar, String> unused(Host host, Map<String, Map<String, Scalar>> told) {
        return (scalar, variable) -> told.computeIfAbsent(variable, _ -> new LinkedHashMap<>())
                .put(host.name().text(), scalar);
    }

    /** Neither values nor their lines are shown: passwords are among them. */
    private static Diagnostic withoutEffect(String file, Map<String, Map<String, Scalar>> told, Span at) {
        String variables = told.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue().keySet()) + ")")
                .collect(Collectors.joining("; "));
        return Diagnostic.warning("MC0463", "variables of " + file + " have no effect in mcnet: " + variables,
                new Label(at, ""))
                .why("mcnet logs in with keys, checks every host key, becomes root by sudo without a password,"
                        + " and runs no command from an inventory")
                .fix("set it in ~/.ssh/config or ssh { … }; or ignore this warning");
    }

    private static Expression text(Scalar value) {
        return new Expression.Text(value.text(), value.span());
    }
}
