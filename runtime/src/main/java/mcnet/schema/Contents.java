package mcnet.schema;

import java.util.List;
import java.util.Optional;

/**
 * What may stand in a declaration.
 *
 * @param statements what stands there beside attributes: rules, forwarded ports
 * @param parts the kinds inside of it that are keys of its own on the server
 */
public record Contents(List<Attribute> attributes, List<Block> blocks, List<StatementKinds> statements,
        List<PartKind> parts) {
    public static final Contents NONE = new Contents(List.of(), List.of(), List.of(), List.of());

    public Contents {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
        statements = List.copyOf(statements);
        parts = List.copyOf(parts);
    }

    public Optional<Attribute> attribute(String path) {
        for (Attribute each : attributes) if (each.path().equals(path)) return Optional.of(each);
        return Optional.empty();
    }

    public Optional<Block> block(String path) {
        for (Block each : blocks) if (each.path().equals(path)) return Optional.of(each);
        return Optional.empty();
    }
}
