package mcnet.language.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.language.bind.UnknownNames;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The hosts of an Ansible inventory in YAML with the variables that say how to reach them. A host's own variables win
 * over its group's, an inner group's over an outer one's, as in Ansible.
 */
final class Inventory {
    private static final String ALL = "all";
    /** Hosts and groups that are looked at for one cluster. */
    private static final int MOST = 10_000;
    private static final int DEEPEST = 100;

    /** A scalar and where it stands. */
    record Scalar(String text, Span span) {}

    /**
     * @param variables by their names in Ansible
     * @param groups the groups below the one that was asked for in which it is
     */
    record Host(Scalar name, Map<String, Scalar> variables, Set<String> groups) {}

    private static final class Group {
        final SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        final Map<String, Scalar> variables = new LinkedHashMap<>();
        final Set<String> children = new LinkedHashSet<>();
    }

    private final YamlText yaml;
    private int visits;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, Scalar>> ofHosts = new LinkedHashMap<>();

    private Inventory(Source source) {
        this.yaml = new YamlText(source);
    }

    /** @param named where the program names it */
    static Inventory of(Source source, Span named) throws InvalidValue {
        Inventory inventory = new Inventory(source);
        refuseOtherForms(source, named);
        Node root;
        try {
            root = inventory.yaml.root();
        } catch (YamlText.NotYaml e) {
            throw new InvalidValue(
                    Diagnostic.error("MC0611", "cannot read " + source.name() + " as YAML", new Label(e.at(), ""))
                            .why(e.getMessage())
                            .fix("check it: ansible-inventory --list -i " + source.name()));
        }
        for (NodeTuple entry : inventory.map(root, "an inventory")) {
            inventory.group(inventory.scalar(entry.getKeyNode()).text, entry.getValueNode());
        }
        return inventory;
    }

    /** Ansible has three forms of inventories, and a command that makes one of another. */
    private static void refuseOtherForms(Source source, Span named) throws InvalidValue {
        boolean ini = source.text().lines().map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#") && !l.startsWith(";")).limit(1)
                .anyMatch(l -> l.matches("\\[[\\w.:-]+].*") || l.matches("[^:{]+\\s[\\w]+=.*"));
        boolean json = source.text().stripLeading().startsWith("{") && source.text().contains("\"_meta\"");
        if (!ini && !json) return;
        String name = source.name();
        throw new InvalidValue(Diagnostic.error("MC0464",
                name + " is an inventory in the format " + (ini ? "INI" : "JSON"), new Label(named, ""))
                .why("mcnet reads inventories in YAML")
                .fix("convert it and use the new file: ansible-inventory -i " + name + " --list --yaml --output "
                        + name.replaceFirst("\\.(ini|json|cfg|ya?ml)$", "") + "-mcnet.yaml"));
    }

    Set<String> groups() {
        return groups.keySet();
    }

    /** The hosts of a group and of the groups in it. */
    List<Host> hosts(String group) throws InvalidValue {
        SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        Map<String, Scalar> outer = new LinkedHashMap<>();
        if (groups.containsKey(ALL))
            outer.putAll(groups.get(ALL).variables);
        collect(group, outer, hosts, new LinkedHashSet<>());
        return List.copyOf(hosts.values());
    }

    private void collect(String name, Map<String, Scalar> outer, Map<String, Host> hosts, Set<String> open)
            throws InvalidValue {
        Group group = groups.get(name);
        if (group == null || !open.add(name))
            return;
        visits += 1 + group.hosts.size();
        if (open.size() > DEEPEST || visits > MOST)
            throw new InvalidValue(Diagnostic.error("MC0169", open.size() > DEEPEST
                    ? "groups are nested more than " + DEEPEST + " deep"
                    : "the groups contain each other so often that they contain more than " + MOST + " hosts",
                    new Label(yaml.start(), "")).why("no cluster has so many members")
                    .fix("use only the group of the cluster's members"));
        Map<String, Scalar> variables = new LinkedHashMap<>(outer);
        variables.putAll(group.variables);
        for (Host host : group.hosts.values()) {
            Map<String, Scalar> own = new LinkedHashMap<>(variables);
            own.putAll(ofHosts.getOrDefault(host.name.text, Map.of()));
            Set<String> groups = new LinkedHashSet<>(
                    hosts.containsKey(host.name.text) ? hosts.get(host.name.text).groups : Set.of());
            open.stream().skip(1).forEach(groups::add);
            hosts.put(host.name.text, new Host(host.name, own, groups));
        }
        for (String child : group.children)
            collect(child, variables, hosts, open);
        open.remove(name);
    }

    private void group(String name, Node node) throws InvalidValue {
        Group group = groups.computeIfAbsent(name, _ -> new Group());
        if (YamlText.isNothing(node))
            return;
        for (NodeTuple entry : map(node, "a group")) {
            switch (scalar(entry.getKeyNode()).text) {
                case "hosts" -> hosts(group, entry.getValueNode());
                case "vars" -> variables(entry.getValueNode(), group.variables);
                case "children" -> {
                    if (!YamlText.isNothing(entry.getValueNode()))
                        for (NodeTuple child : map(entry.getValueNode(), "children")) {
                            String inner = scalar(child.getKeyNode()).text;
                            group.children.add(inner);
                            group(inner, child.getValueNode());
                        }
                }
                default -> throw new InvalidValue(unknown(name, scalar(entry.getKeyNode())));
            }
        }
    }

    private static Diagnostic unknown(String group, Scalar key) {
        return Diagnostic.error("MC0618", "unknown key \"" + key.text + "\" in"
                + " group " + group, new Label(key.span, ""))
                .why("a group has hosts, vars and children; Ansible ignores other keys")
                .fix(UnknownNames.hint(key.text, List.of("hosts", "vars", "children"),
                        "write hosts: above the names of the hosts"));
    }

    private void hosts(Group group, Node node) throws InvalidValue {
        if (YamlText.isNothing(node))
            return;
        for (NodeTuple entry : map(node, "hosts")) {
            Scalar pattern = scalar(entry.getKeyNode());
            for (String name : expanded(pattern)) {
                group.hosts.put(name, new Host(new Scalar(name, pattern.span), Map.of(), Set.of()));
                if (!YamlText.isNothing(entry.getValueNode()))
                    variables(entry.getValueNode(), ofHosts.computeIfAbsent(name, _ -> new LinkedHashMap<>()));
            }
        }
    }

    /** {@code micro[1:3]} is three hosts; {@code [01:03]} keeps its zeros. */
    private static List<String> expanded(Scalar pattern) throws InvalidValue {
        var range = java.util.regex.Pattern.compile("(.*?)\\[(\\d{1,4}):(\\d{1,4})](.*)").matcher(pattern.text);
        if (!range.matches()) {
            if (pattern.text.indexOf('[') >= 0)
                throw new InvalidValue(Diagnostic.error("MC0612", "`" + pattern.text + "` is not a range of hosts",
                        new Label(pattern.span, "")).why("mcnet reads ranges of numbers, such as [1:3] or [01:12]")
                        .fix("write the hosts one by one"));
            return List.of(pattern.text);
        }
        List<String> names = new ArrayList<>();
        if (Integer.parseInt(range.group(2)) > Integer.parseInt(range.group(3)))
            throw new InvalidValue(Diagnostic.error("MC0619", "the range of hosts ends before it begins",
                    new Label(pattern.span, "")).why("it would contain no host")
                    .fix("write " + range.group(1) + "[" + range.group(3) + ":" + range.group(2) + "]"
                            + range.group(4)));
        int width = range.group(2).startsWith("0") ? range.group(2).length() : 1;
        for (int i = Integer.parseInt(range.group(2)); i <= Integer.parseInt(range.group(3)); i++)
            names.add(range.group(1) + String.format("%0" + width + "d", i) + range.group(4));
        return names;
    }

    private void variables(Node node, Map<String, Scalar> into) throws InvalidValue {
        if (!YamlText.isNothing(node))
            for (NodeTuple entry : map(node, "variables"))
                if (entry.getValueNode() instanceof ScalarNode value)
                    into.put(scalar(entry.getKeyNode()).text, new Scalar(value.getValue(), yaml.span(value)));
    }

    private List<NodeTuple> map(Node node, String what) throws InvalidValue {
        if (node instanceof MappingNode map)
            return map.getValue();
        throw new InvalidValue(Diagnostic.error("MC0613", what + " must be a map in YAML",
                new Label(node == null ? yaml.start() : yaml.span(node), ""))
                .why("in a map, names are followed by colons: an inventory has groups, a group has hosts, vars"
                        + " and children")
                .fix("check it: ansible-inventory --list -i " + yaml.source().name()));
    }

    private Scalar scalar(Node node) throws InvalidValue {
        if (node instanceof ScalarNode scalar)
            return new Scalar(scalar.getValue(), yaml.span(scalar));
        throw new InvalidValue(Diagnostic.error("MC0614", "expected a name", new Label(yaml.span(node), ""))
                .fix("write one word before the colon"));
    }
}
