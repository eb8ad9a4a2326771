package mcnet.preseed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML's merge key, {@code <<: *other}: the keys of another map that this one does not have itself, as Go's reader takes
 * them ({@code gopkg.in/yaml.v3 decode.go merge}).
 */
final class MergeKeys {
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MergeKeys() {}

    /** The same nodes with all merge keys put in; one that names no map is left, as a key that nothing knows. */
    static Node resolved(Node root) {
        if (root != null) new MergeKeys().resolve(root);
        return root;
    }

    private void resolve(Node node) {
        if (!seen.add(node)) return;
        switch (node) {
            case MappingNode map -> {
                map.getValue().forEach(entry -> resolve(entry.getValueNode()));
                merge(map);
            }
            case SequenceNode list -> list.getValue().forEach(this::resolve);
            default -> {}
        }
    }

    private static void merge(MappingNode map) {
        List<NodeTuple> own = new ArrayList<>();
        List<NodeTuple> others = new ArrayList<>();
        for (NodeTuple entry : map.getValue())
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                List<MappingNode> sources = sources(entry.getValueNode());
                if (sources.isEmpty()) own.add(entry);
                sources.forEach(source -> others.addAll(source.getValue()));
            } else
            own.add(entry);
        Set<String> known = new LinkedHashSet<>();
        own.forEach(entry -> known.add(key(entry)));
        others.stream().filter(entry -> known.add(key(entry))).forEach(own::add);
        map.setValue(own);
    }

    private static List<MappingNode> sources(Node node) {
        return switch (node) {
            case MappingNode map -> List.of(map);
            case SequenceNode list when list.getValue().stream().allMatch(MappingNode.class::isInstance) ->
                list.getValue().stream().map(MappingNode.class::cast).toList();
            default -> List.of();
        };
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
