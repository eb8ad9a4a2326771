package mcnet.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Types in the index: an object with the type's name and what it needs beside it. */
final class TypeJson {
    private TypeJson() {}

    static ObjectNode write(Type type) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("is", type.getClass().getSimpleName());
        switch (type) {
            case Type.Whole whole -> node.put("least", whole.least()).put("most", whole.most());
            case Type.Address address -> node.put("family", address.family().name());
            case Type.Interface address -> node.put("family", address.family().name());
            case Type.Subnet subnet -> node.put("family", subnet.family().name());
            case Type.Range range -> node.put("family", range.family().name());
            case Type.Words words -> words.words().forEach(node.putArray("words")::add);
            case Type.Reference reference -> node.put("kind", reference.kind());
            case Type.ListOf list -> node.set("of", write(list.element()));
            case Type.Either either -> either.types().forEach(t -> node.withArrayProperty("types").add(write(t)));
            case Type.Text _,Type.Path _,Type.Truth _,Type.Nic _,Type.Domain _,Type.Mac _ -> {}
        }
        return node;
    }

    static Type read(JsonNode node) {
        return switch (node.path("is").asText()) {
            case "Text" -> new Type.Text();
            case "Path" -> new Type.Path();
            case "Whole" -> new Type.Whole(node.path("least").asLong(), node.path("most").asLong());
            case "Truth" -> new Type.Truth();
            case "Nic" -> new Type.Nic();
            case "Domain" -> new Type.Domain();
            case "Address" -> new Type.Address(family(node));
            case "Interface" -> new Type.Interface(family(node));
            case "Subnet" -> new Type.Subnet(family(node));
            case "Range" -> new Type.Range(family(node));
            case "Mac" -> new Type.Mac();
            case "Words" -> new Type.Words(node.path("words").valueStream().map(JsonNode::asText).toList());
            case "Reference" -> new Type.Reference(node.path("kind").asText());
            case "ListOf" -> new Type.ListOf(read(node.path("of")));
            case "Either" -> new Type.Either(types(node));
            case String other -> throw new IllegalArgumentException("no type: " + other);
        };
    }

    private static List<Type> types(JsonNode node) {
        return node.path("types").valueStream().map(TypeJson::read).toList();
    }

    private static Family family(JsonNode node) {
        return Family.valueOf(node.path("family").asText());
    }
}
