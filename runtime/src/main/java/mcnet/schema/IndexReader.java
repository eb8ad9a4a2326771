package mcnet.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@link IndexWriter} wrote. It is read at every start, so it is streamed. */
final class IndexReader {
    private IndexReader() {}

    static Index read(InputStream in) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            return Index.of(list(json, IndexReader::kind));
        }
    }

    private static Kind kind(JsonParser json) throws IOException {
        String name = "", doc = "", example = "", module = "";
        boolean supported = true;
        ServerObject server = ServerObject.NONE;
        KindRoles roles = KindRoles.NONE;
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
                case "example" -> example = json.getText();
                case "places" -> placement = placement.in(list(json, JsonParser::getText));
                case "unnamed" -> placement = placement.unnamed();
                case "naming" -> placement = placement.naming(NamingRule.valueOf(json.getText()));
                case "namespace" -> placement = placement.namespace(Namespace.valueOf(json.getText()));
                case "server" -> server = server(json);
                case "roles" -> roles = roles(json);
                case "module" -> module = json.getText();
                case "unsupported" -> supported = false;
                case "statements" -> statements = list(json, j -> StatementKinds.valueOf(j.getText()));
                case "blocks" -> blocks = list(json, IndexReader::block);
                case "attributes" -> attributes = list(json, IndexReader::attribute);
                case "parts" -> parts = list(json, IndexReader::part);
                default -> json.skipChildren();
            }
        }
        return new Kind(name, new KindDoc(doc, example), placement, new Contents(attributes, blocks, statements, parts),
                server, roles,
                module, supported);
    }

    private static ServerObject server(JsonParser json) throws IOException {
        String collection = "", type = "", parent = "", nameKey = "", command = "", extension = "", section = "",
                plural = "";
        ConfigKeys.Own own = ConfigKeys.Own.NONE;
        List<String> parentTypes = List.of();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "collection" -> collection = json.getText();
                case "type" -> type = json.getText();
                case "parent" -> parent = json.getText();
                case "parentTypes" -> parentTypes = list(json, JsonParser::getText);
                case "nameKey" -> nameKey = json.getText();
                case "command" -> command = json.getText();
                case "extension" -> extension = json.getText();
                case "section" -> section = json.getText();
                case "plural" -> plural = json.getText();
                case "own" -> own = ConfigKeys.Own.valueOf(json.getText());
                default -> json.skipChildren();
            }
        }
        return new ServerObject(collection, type, parent, Set.copyOf(parentTypes), nameKey, command, extension,
                new ConfigKeys(section, plural, own));
    }

    private static KindRoles roles(JsonParser json) throws IOException {
        int ruleSubject = 0, importOrder = 0;
        Optional<String> rulePrefix = Optional.empty();
        boolean flowEnd = false, importedIfManaged = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "ruleSubject" -> ruleSubject = json.getIntValue();
                case "rulePrefix" -> rulePrefix = Optional.of(json.getText());
                case "flowEnd" -> flowEnd = true;
                case "importOrder" -> importOrder = json.getIntValue();
                case "importedIfManaged" -> importedIfManaged = true;
                default -> json.skipChildren();
            }
        }
        return new KindRoles(ruleSubject, rulePrefix, flowEnd, importOrder, importedIfManaged);
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
