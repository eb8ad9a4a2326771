package mcnet.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The index as JSON: written by the build, read at every start, so it is streamed and what holds by default is left
 * out.
 */
public final class IndexFile {
    /** Where the index of the shipped modules lies on the class path. */
    public static final String RESOURCE = "mcnet/schema.json";

    private static final JsonFactory JSON = new JsonFactory();

    private IndexFile() {}

    /** The index of the shipped modules. */
    public static Index shipped() {
        return Shipped.INDEX;
    }

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        private static final Index INDEX = load();
    }

    private static Index load() {
        try (InputStream in = IndexFile.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Index read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            return Index.of(list(json, IndexFile::kind));
        }
    }

    public static void write(Index index, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Kind kind : index.kinds().values())
                write(json, kind);
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Kind kind) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", kind.name());
        text(json, "doc", kind.doc());
        texts(json, "places", kind.places(), Placement.TOP.places());
        flag(json, "unnamed", !kind.named());
        if (kind.naming() != NamingRule.ANY)
            json.writeStringField("naming", kind.naming().name());
        text(json, "module", kind.module());
        flag(json, "unsupported", !kind.supported());
        text(json, "extension", kind.extension());
        texts(json, "statements", kind.statements().stream().map(StatementKinds::name).toList(), List.of());
        json.writeArrayFieldStart("blocks");
        for (Block block : kind.blocks()) {
            json.writeStartObject();
            json.writeStringField("path", block.path());
            text(json, "doc", block.doc());
            texts(json, "words", block.words(), List.of());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : kind.attributes())
            write(json, attribute);
        json.writeEndArray();
        if (!kind.parts().isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (PartKind part : kind.parts()) {
                json.writeStartObject();
                json.writeStringField("keys", part.keys());
                json.writeFieldName("kind");
                write(json, part.kind());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Attribute attribute) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", attribute.path());
        json.writeFieldName("type");
        TypeFile.write(json, attribute.type());
        text(json, "doc", attribute.doc());
        text(json, "key", attribute.key());
        text(json, "whenUnset", attribute.server().whenUnset());
        text(json, "serverDefault", attribute.server().serverDefault());
        text(json, "extension", attribute.server().extension());
        texts(json, "traits", attribute.traits().stream().map(AttributeTrait::name).sorted().toList(), List.of());
        json.writeEndObject();
    }

    private static Kind kind(JsonParser json) throws IOException {
        String name = "", doc = "", module = "", extension = "";
        boolean supported = true;
        Placement placement = Placement.TOP;
        List<StatementKinds> statements = List.of();
        List<Attribute> attributes = List.of();
        List<Block> blocks = List.of();
        List<PartKind> parts = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "doc" -> doc = json.getText();
                case "places" -> placement = placement.in(list(json, JsonParser::getText));
                case "unnamed" -> placement = placement.unnamed();
                case "naming" -> placement = placement.naming(NamingRule.valueOf(json.getText()));
                case "module" -> module = json.getText();
                case "unsupported" -> supported = false;
                case "extension" -> extension = json.getText();
                case "statements" -> statements = list(json, j -> StatementKinds.valueOf(j.getText()));
                case "blocks" -> blocks = list(json, IndexFile::block);
                case "attributes" -> attributes = list(json, IndexFile::attribute);
                case "parts" -> parts = list(json, IndexFile::part);
                default -> json.skipChildren();
            }
        }
        return new Kind(name, doc, placement, new Contents(attributes, blocks, statements, parts), extension, module,
                supported);
    }

    private static PartKind part(JsonParser json) throws IOException {
        String keys = "";
        Kind kind = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "keys" -> keys = json.getText();
                case "kind" -> kind = kind(json);
                default -> json.skipChildren();
            }
        }
        return new PartKind(keys, kind);
    }

    private static Block block(JsonParser json) throws IOException {
        String path = "", doc = "";
        List<String> words = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "path" -> path = json.getText();
                case "doc" -> doc = json.getText();
                case "words" -> words = list(json, JsonParser::getText);
                default -> json.skipChildren();
            }
        }
        return new Block(path, doc, words);
    }

    private static Attribute attribute(JsonParser json) throws IOException {
        String path = "", doc = "";
        Type type = new Type.Text();
        ServerKey server = ServerKey.NONE;
        List<AttributeTrait> traits = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "path" -> path = json.getText();
                case "type" -> type = TypeFile.read(json);
                case "doc" -> doc = json.getText();
                case "key" -> server = server.named(json.getText());
                case "whenUnset" -> server = server.whenUnset(json.getText());
                case "serverDefault" -> server = server.serverDefault(json.getText());
                case "extension" -> server = server.since(json.getText());
                case "traits" -> traits = list(json, j -> AttributeTrait.valueOf(j.getText()));
                default -> json.skipChildren();
            }
        }
        return new Attribute(path, type, doc, server, Set.copyOf(traits));
    }

    /** Nothing where they are the usual ones. */
    private static void texts(JsonGenerator json, String field, List<String> texts, List<String> usual)
            throws IOException {
        if (!texts.equals(usual))
            TypeFile.writeWords(json, field, texts);
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isEmpty())
            json.writeStringField(field, text);
    }

    private static void flag(JsonGenerator json, String field, boolean flag) throws IOException {
        if (flag)
            json.writeBooleanField(field, true);
    }

    interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }

    /** The parser stands on `[`, and on `]` afterwards. */
    static <T> List<T> list(JsonParser json, Reader<T> element) throws IOException {
        List<T> all = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY)
            all.add(element.read(json));
        return all;
    }
}
