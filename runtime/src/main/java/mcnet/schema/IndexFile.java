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
        text(json, "within", kind.within());
        flag(json, "unnamed", !kind.named());
        if (kind.naming() != NamingRule.ANY)
            json.writeStringField("naming", kind.naming().name());
        text(json, "module", kind.module());
        flag(json, "pending", kind.pending());
        text(json, "extension", kind.extension());
        if (!kind.sentences().isEmpty())
            TypeFile.writeWords(json, "sentences", kind.sentences().stream().map(StatementKinds::name).toList());
        json.writeArrayFieldStart("blocks");
        for (Block block : kind.blocks()) {
            json.writeStartObject();
            json.writeStringField("path", block.path());
            text(json, "doc", block.doc());
            if (!block.words().isEmpty())
                TypeFile.writeWords(json, "words", block.words());
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
        flag(json, "required", attribute.required());
        flag(json, "perMember", attribute.perMember());
        flag(json, "pending", attribute.pending());
        text(json, "key", attribute.key());
        text(json, "absent", attribute.absent());
        text(json, "serverDefault", attribute.serverDefault());
        text(json, "extension", attribute.extension());
        flag(json, "spoken", attribute.spoken());
        json.writeEndObject();
    }

    private static Kind kind(JsonParser json) throws IOException {
        String name = "", doc = "", within = "", module = "", extension = "";
        boolean named = true, pending = false;
        List<StatementKinds> sentences = List.of();
        NamingRule naming = NamingRule.ANY;
        List<Attribute> attributes = List.of();
        List<Block> blocks = List.of();
        List<PartKind> parts = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "doc" -> doc = json.getText();
                case "within" -> within = json.getText();
                case "unnamed" -> named = !json.getBooleanValue();
                case "naming" -> naming = NamingRule.valueOf(json.getText());
                case "module" -> module = json.getText();
                case "pending" -> pending = json.getBooleanValue();
                case "extension" -> extension = json.getText();
                case "sentences" -> sentences = list(json, j -> StatementKinds.valueOf(j.getText()));
                case "blocks" -> blocks = list(json, IndexFile::block);
                case "attributes" -> attributes = list(json, IndexFile::attribute);
                case "parts" -> parts = list(json, IndexFile::part);
                default -> json.skipChildren();
            }
        }
        return new Kind(name, doc, within, named, naming, attributes, blocks, sentences, module, pending, extension,
                parts);
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
        String path = "", doc = "", key = "", absent = "", serverDefault = "", extension = "";
        Type type = new Type.Text();
        boolean required = false, perMember = false, pending = false, spoken = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "path" -> path = json.getText();
                case "type" -> type = TypeFile.read(json);
                case "doc" -> doc = json.getText();
                case "required" -> required = json.getBooleanValue();
                case "perMember" -> perMember = json.getBooleanValue();
                case "pending" -> pending = json.getBooleanValue();
                case "key" -> key = json.getText();
                case "absent" -> absent = json.getText();
                case "serverDefault" -> serverDefault = json.getText();
                case "extension" -> extension = json.getText();
                case "spoken" -> spoken = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new Attribute(path, type, doc, required, perMember, key, absent, serverDefault, pending, extension,
                spoken);
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
