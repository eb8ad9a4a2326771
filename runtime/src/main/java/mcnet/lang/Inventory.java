package mcnet.lang;

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
import mcnet.lang.Literals.Wrong;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
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
    private static final int DEPTH = 20;

    /** A scalar and where it stands. */
    record Scalar(String text, Span span) {}

    /** @param variables by their names in Ansible */
    record Host(Scalar name, Map<String, Scalar> variables) {}

    private static final class Group {
        final SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        final Map<String, Scalar> variables = new LinkedHashMap<>();
        final Set<String> children = new LinkedHashSet<>();
    }

    private final Source source;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, Scalar>> ofHosts = new LinkedHashMap<>();

    private Inventory(Source source) {
        this.source = source;
    }

    static Inventory of(Source source) throws Wrong {
        Inventory inventory = new Inventory(source);
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH);
        Node root;
        try {
            root = new Yaml(limits).compose(new java.io.StringReader(source.text()));
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 0 : inventory.offset(e.getProblemMark().getIndex());
            throw new Wrong(Diagnostic.error("MC0611", source.name() + " is no YAML",
                    new Label(new Span(source, at, Math.min(at + 1, source.text().length())), ""))
                    .why(e.getProblem() == null ? "it cannot be read" : e.getProblem())
                    .fix("see what ansible-inventory --list -i " + source.name() + " says"));
        }
        for (NodeTuple entry : inventory.map(root, "an inventory")) {
            inventory.group(inventory.scalar(entry.getKeyNode()).text, entry.getValueNode(), 0);
        }
        return inventory;
    }

    Set<String> groups() {
        return groups.keySet();
    }

    /** The hosts of a group and of the groups in it. */
    List<Host> hosts(String group) {
        SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        Map<String, Scalar> outer = new LinkedHashMap<>();
        if (groups.containsKey(ALL))
            outer.putAll(groups.get(ALL).variables);
        collect(group, outer, hosts, new LinkedHashSet<>());
        return List.copyOf(hosts.values());
    }

    private void collect(String name, Map<String, Scalar> outer, Map<String, Host> hosts, Set<String> open) {
        Group group = groups.get(name);
        if (group == null || !open.add(name))
            return;
        Map<String, Scalar> variables = new LinkedHashMap<>(outer);
        variables.putAll(group.variables);
        for (Host host : group.hosts.values()) {
            Map<String, Scalar> own = new LinkedHashMap<>(variables);
            own.putAll(ofHosts.getOrDefault(host.name.text, Map.of()));
            hosts.put(host.name.text, new Host(host.name, own));
        }
        group.children.forEach(child -> collect(child, variables, hosts, open));
        open.remove(name);
    }

    private void group(String name, Node node, int depth) throws Wrong {
        Group group = groups.computeIfAbsent(name, _ -> new Group());
        if (isNothing(node))
            return;
        for (NodeTuple entry : map(node, "a group")) {
            switch (scalar(entry.getKeyNode()).text) {
                case "hosts" -> hosts(group, entry.getValueNode());
                case "vars" -> variables(entry.getValueNode(), group.variables);
                case "children" -> {
                    if (!isNothing(entry.getValueNode()))
                        for (NodeTuple child : map(entry.getValueNode(), "children")) {
                            String inner = scalar(child.getKeyNode()).text;
                            group.children.add(inner);
                            group(inner, child.getValueNode(), depth + 1);
                        }
                }
                default -> {}
            }
        }
    }

    private void hosts(Group group, Node node) throws Wrong {
        if (isNothing(node))
            return;
        for (NodeTuple entry : map(node, "hosts")) {
            Scalar pattern = scalar(entry.getKeyNode());
            for (String name : expanded(pattern)) {
                group.hosts.put(name, new Host(new Scalar(name, pattern.span), Map.of()));
                if (!isNothing(entry.getValueNode()))
                    variables(entry.getValueNode(), ofHosts.computeIfAbsent(name, _ -> new LinkedHashMap<>()));
            }
        }
    }

    /** {@code micro[1:3]} is three hosts; {@code [01:03]} keeps its zeros. */
    private static List<String> expanded(Scalar pattern) throws Wrong {
        var range = java.util.regex.Pattern.compile("(.*?)\\[(\\d{1,4}):(\\d{1,4})](.*)").matcher(pattern.text);
        if (!range.matches()) {
            if (pattern.text.indexOf('[') >= 0)
                throw new Wrong(Diagnostic.error("MC0612", "`" + pattern.text + "` is no range of hosts",
                        new Label(pattern.span, "")).why("ranges of numbers are read, [1:3] or [01:12]")
                        .fix("write the hosts one by one"));
            return List.of(pattern.text);
        }
        List<String> names = new ArrayList<>();
        int width = range.group(2).startsWith("0") ? range.group(2).length() : 1;
        for (int i = Integer.parseInt(range.group(2)); i <= Integer.parseInt(range.group(3)); i++)
            names.add(range.group(1) + String.format("%0" + width + "d", i) + range.group(4));
        return names;
    }

    private void variables(Node node, Map<String, Scalar> into) throws Wrong {
        if (!isNothing(node))
            for (NodeTuple entry : map(node, "variables"))
                if (entry.getValueNode() instanceof ScalarNode value)
                    into.put(scalar(entry.getKeyNode()).text, new Scalar(value.getValue(), span(value)));
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && (scalar.getValue().isEmpty() || scalar.getValue().equals("null")
                || scalar.getValue().equals("~"));
    }

    private List<NodeTuple> map(Node node, String what) throws Wrong {
        if (node instanceof MappingNode map)
            return map.getValue();
        throw new Wrong(Diagnostic.error("MC0613", what + " is a map in YAML",
                new Label(node == null ? new Span(source, 0, 0) : span(node), ""))
                .why("names stand before colons: an inventory has groups, a group hosts, vars and children")
                .fix("see what ansible-inventory --list -i " + source.name() + " says"));
    }

    private Scalar scalar(Node node) throws Wrong {
        if (node instanceof ScalarNode scalar)
            return new Scalar(scalar.getValue(), span(scalar));
        throw new Wrong(Diagnostic.error("MC0614", "a name is wanted here", new Label(span(node), ""))
                .fix("write one word before the colon"));
    }

    /** The first line of a node. */
    private Span span(Node node) {
        int start = offset(node.getStartMark().getIndex());
        int end = Math.max(start, offset(node.getEndMark().getIndex()));
        int line = source.text().indexOf('\n', start);
        return new Span(source, start, line < 0 ? end : Math.min(end, line));
    }

    /** YAML counts characters, a source counts chars. */
    private int offset(int characters) {
        int most = source.text().codePointCount(0, source.text().length());
        return source.text().offsetByCodePoints(0, Math.min(characters, most));
    }
}
