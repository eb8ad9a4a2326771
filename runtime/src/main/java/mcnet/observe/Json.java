package mcnet.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads JSON into a tree with the parser alone: Jackson's mapper would load 400 classes for it. */
public final class Json {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** @return a missing node where there is no text but blanks */
    public static JsonNode read(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            return whole(json);
        }
    }

    /** @return a missing node where there is no text but blanks */
    public static JsonNode read(byte[] text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            return whole(json);
        }
    }

    /**
     * A file that holds one JSON text and nothing else.
     *
     * @throws NoJson where it holds something else, with the line where that begins
     */
    public static JsonNode file(byte[] text) throws NoJson {
        try (JsonParser json = JSON.createParser(text)) {
            JsonNode whole = whole(json);
            if (json.nextToken() != null) throw new NoJson("it continues after its end", json.currentLocation());
            return whole;
        } catch (JsonProcessingException e) {
            throw new NoJson(e.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""), e.getLocation());
        } catch (NoJson e) {
            throw e;
        } catch (IOException e) {
            throw new NoJson(e.toString(), null);
        }
    }

    /** Not one JSON text. */
    public static final class NoJson extends IOException {
        NoJson(String why, JsonLocation at) {
            super("it is not valid JSON" + (at == null ? "" : " from line " + at.getLineNr() + " on") + ": " + why);
        }
    }

    private static JsonNode whole(JsonParser json) throws IOException {
        return json.nextToken() == null ? MissingNode.getInstance() : node(json);
    }

    private static JsonNode node(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> NODES.textNode(whole(json.getText()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer(json);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
            default -> NODES.nullNode();
        };
    }

    /** Half of a character beyond U+FFFF is none: the mark that Go, in which LXD is written, puts in its place. */
    private static String whole(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) return text;
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c));
        return whole.toString();
    }

    private static JsonNode object(JsonParser json) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            object.set(whole(name), node(json));
        }
        return object;
    }

    private static JsonNode array(JsonParser json) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) array.add(node(json));
        return array;
    }

    private static JsonNode integer(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT -> NODES.numberNode(json.getIntValue());
            case LONG -> NODES.numberNode(json.getLongValue());
            default -> NODES.numberNode(json.getBigIntegerValue());
        };
    }

    /** Whether two trees hold the same values; a number that was read is another node than one that was counted. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(Json::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) return one.decimalValue().compareTo(other.decimalValue());
        return one.equals(other) ? 0 : 1;
    }
}
