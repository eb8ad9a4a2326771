package mcnet.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The index as JSON, without what holds by default. */
final class IndexWriter {
    private IndexWriter() {}

    static void write(Index index, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Kind kind : index.kinds().values())
                write(json, kind);
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Kind kind) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", kind.name());
        text(json, "doc", kind.doc().sentence());
        text(json, "example", kind.doc().example());
        texts(json, "places", kind.places(), Placement.TOP.places());
        flag(json, "unnamed", !kind.named());
        if (kind.naming() != NamingRule.ANY)
            json.writeStringField("naming", kind.naming().name());
        text(json, "module", kind.module());
        flag(json, "unsupported", !kind.supported());
        if (kind.namespace() != Namespace.CLUSTER)
            json.writeStringField("namespace", kind.namespace().name());
        if (!kind.server().equals(ServerObject.NONE))
            write(json, kind.server());
        if (!kind.roles().equals(KindRoles.NONE))
            write(json, kind.roles());
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

    private static void write(JsonGenerator json, ServerObject server) throws IOException {
        json.writeObjectFieldStart("server");
        text(json, "collection", server.collection());
        text(json, "type", server.type());
        text(json, "parent", server.parent());
        texts(json, "parentTypes", server.parentTypes().stream().sorted().toList(), List.of());
        text(json, "nameKey", server.nameKey());
        text(json, "command", server.command());
        text(json, "extension", server.extension());
        text(json, "section", server.keys().section());
        text(json, "plural", server.keys().plural());
        text(json, "own", server.keys().own().name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, KindRoles roles) throws IOException {
        json.writeObjectFieldStart("roles");
        json.writeNumberField("ruleSubject", roles.ruleSubject());
        if (roles.rulePrefix().isPresent()) json.writeStringField("rulePrefix", roles.rulePrefix().get());
        flag(json, "flowEnd", roles.flowEnd());
        json.writeNumberField("importOrder", roles.importOrder());
        flag(json, "importedIfManaged", roles.importedIfManaged());
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
}
