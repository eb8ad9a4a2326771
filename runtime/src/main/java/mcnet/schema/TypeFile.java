package mcnet.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** Types as JSON: {@code "truth"}, {@code {"whole": [1280, 16384]}}, {@code {"list": "domain"}}. */
final class TypeFile {
    private TypeFile() {}

    static void write(JsonGenerator json, Type type) throws IOException {
        switch (type) {
            case Type.Text _ -> json.writeString("text");
            case Type.Path _ -> json.writeString("path");
            case Type.Truth _ -> json.writeString("truth");
            case Type.Nic _ -> json.writeString("nic");
            case Type.Domain _ -> json.writeString("domain");
            case Type.Mac _ -> json.writeString("mac");
            case Type.Duration any when any.isAny() -> json.writeString("duration");
            case Type.Duration(long least, long most) -> bounds(json, "duration", least, most);
            case Type.Secret _ -> json.writeString("secret");
            case Type.Label _ -> json.writeString("label");
            case Type.Whole(long least, long most) -> bounds(json, "whole", least, most);
            case Type.Address(Family family) -> one(json, "address", family.name());
            case Type.Interface(Family family) -> one(json, "interface", family.name());
            case Type.Subnet(Family family) -> one(json, "subnet", family.name());
            case Type.Range(Family family) -> one(json, "range", family.name());
            case Type.Reference(String kind) -> one(json, "reference", kind);
            case Type.Words(List<String> words) -> {
                json.writeStartObject();
                writeWords(json, "words", words);
                json.writeEndObject();
            }
            case Type.ListOf(Type element) -> {
                json.writeStartObject();
                json.writeFieldName("list");
                write(json, element);
                json.writeEndObject();
            }
            case Type.Either(List<Type> types) -> {
                json.writeStartObject();
                json.writeArrayFieldStart("either");
                for (Type each : types)
                    write(json, each);
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }

    private static void bounds(JsonGenerator json, String field, long least, long most) throws IOException {
        json.writeStartObject();
        json.writeFieldName(field);
        json.writeArray(new long[]{least, most}, 0, 2);
        json.writeEndObject();
    }

    private static void one(JsonGenerator json, String field, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField(field, value);
        json.writeEndObject();
    }

    static void writeWords(JsonGenerator json, String field, List<String> words) throws IOException {
        json.writeFieldName(field);
        json.writeArray(words.toArray(String[]::new), 0, words.size());
    }

    static Type read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT)
            return simple(json.getText());
        String name = json.nextFieldName();
        json.nextToken();
        Type type = switch (name) {
            case "whole" -> {
                List<Long> bounds = IndexReader.list(json, JsonParser::getLongValue);
                yield new Type.Whole(bounds.get(0), bounds.get(1));
            }
            case "duration" -> {
                List<Long> bounds = IndexReader.list(json, JsonParser::getLongValue);
                yield new Type.Duration(bounds.get(0), bounds.get(1));
            }
            case "address" -> new Type.Address(Family.valueOf(json.getText()));
            case "interface" -> new Type.Interface(Family.valueOf(json.getText()));
            case "subnet" -> new Type.Subnet(Family.valueOf(json.getText()));
            case "range" -> new Type.Range(Family.valueOf(json.getText()));
            case "reference" -> new Type.Reference(json.getText());
            case "words" -> new Type.Words(IndexReader.list(json, JsonParser::getText));
            case "list" -> new Type.ListOf(read(json));
            case "either" -> new Type.Either(IndexReader.list(json, TypeFile::read));
            default -> throw new IOException("no type " + name);
        };
        json.nextToken();
        return type;
    }

    private static Type simple(String name) throws IOException {
        return switch (name) {
            case "text" -> new Type.Text();
            case "path" -> new Type.Path();
            case "truth" -> new Type.Truth();
            case "nic" -> new Type.Nic();
            case "domain" -> new Type.Domain();
            case "mac" -> new Type.Mac();
            case "duration" -> new Type.Duration();
            case "secret" -> new Type.Secret();
            case "label" -> new Type.Label();
            default -> throw new IOException("no type " + name);
        };
    }
}
