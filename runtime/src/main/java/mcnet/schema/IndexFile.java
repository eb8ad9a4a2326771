package mcnet.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The index of the shipped kinds, which the build writes from the modules so that nothing else has to load them. */
public final class IndexFile {
    /** Its place on the class path. */
    public static final String RESOURCE = "mcnet/schema.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private IndexFile() {}

    /** The index that was built with this program. */
    public static Index shipped() {
        try (InputStream file = IndexFile.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (file == null) throw new IllegalStateException(RESOURCE + " is missing: the build did not finish");
            return read(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Index read(Path file) throws IOException {
        return read(JSON.readTree(Files.readString(file)));
    }

    public static void write(Index index, Path file) throws IOException {
        ArrayNode kinds = JSON.createArrayNode();
        index.kinds().values().forEach(k -> write(kinds.addObject(), k));
        Files.writeString(file, JSON.writeValueAsString(kinds) + "\n");
    }

    private static Index read(JsonNode kinds) {
        List<Kind> all = new ArrayList<>();
        for (JsonNode node : kinds) {
            List<Attribute> attributes = new ArrayList<>();
            for (JsonNode a : node.path("attributes")) {
                attributes.add(
                        new Attribute(a.path("path").asText(), TypeJson.read(a.path("type")), a.path("doc").asText(),
                                a.path("required").asBoolean(), a.path("perMember").asBoolean(), a.path("key").asText(),
                                a.path("absent").asText(), a.path("serverDefault").asText()));
            }
            List<Block> blocks = new ArrayList<>();
            for (JsonNode b : node.path("blocks")) {
                blocks.add(new Block(b.path("path").asText(), b.path("doc").asText(),
                        b.path("words").valueStream().map(JsonNode::asText).toList()));
            }
            all.add(new Kind(node.path("name").asText(), node.path("doc").asText(), node.path("within").asText(),
                    node.path("named").asBoolean(), Naming.valueOf(node.path("naming").asText()), attributes, blocks,
                    node.path("module").asText()));
        }
        return Index.of(all);
    }

    private static void write(ObjectNode node, Kind kind) {
        node.put("name", kind.name()).put("doc", kind.doc()).put("within", kind.within()).put("named", kind.named())
                .put("naming", kind.naming().name()).put("module", kind.module());
        ArrayNode attributes = node.putArray("attributes");
        for (Attribute a : kind.attributes()) {
            ObjectNode attribute = attributes.addObject();
            attribute.put("path", a.path()).put("doc", a.doc()).put("required", a.required())
                    .put("perMember", a.perMember()).put("key", a.key()).put("absent", a.absent())
                    .put("serverDefault", a.serverDefault());
            attribute.set("type", TypeJson.write(a.type()));
        }
        ArrayNode blocks = node.putArray("blocks");
        for (Block b : kind.blocks()) {
            ObjectNode block = blocks.addObject().put("path", b.path()).put("doc", b.doc());
            ArrayNode words = block.putArray("words");
            b.words().forEach(words::add);
        }
    }
}
