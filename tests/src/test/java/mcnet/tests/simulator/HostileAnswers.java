package mcnet.tests.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mcnet.observe.Json;

/**
 * What an honest member answers, spoiled by chance: texts made mean, types exchanged, keys twice or gone, and answers that
 * are no JSON, no HTTP, too long or cut off. The same seed spoils the same question in the same way.
 *
 * @param rate one text of so many becomes a mean one
 * @param broken one answer of so many is spoiled as a whole
 */
public record HostileAnswers(Answers honest, long seed, int rate, int broken) implements Answers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final int DEEP = 5_000;
    private static final int HUGE = 2_000_000;

    @Override
    public HttpAnswer lxd(HttpRequest request) throws IOException {
        Random random = random(request.toString());
        HttpAnswer answer = honest.lxd(request);
        if (answer.isNone()) return answer;
        byte[] body = answer.body();
        if (random.nextInt(broken) == 0) return broken(random, body);
        return HttpAnswer.of(status(answer.bytes()), spoiled(random, body));
    }

    @Override
    public CommandAnswer command(List<String> words) throws IOException {
        Random random = random(String.join(" ", words));
        CommandAnswer answer = honest.command(words);
        MeanTexts texts = new MeanTexts(random);
        if (random.nextInt(broken) == 0)
            return new CommandAnswer(random.nextInt(3), bytes(texts.mean("")), bytes(texts.mean("no such thing")));
        return new CommandAnswer(answer.exit(), spoiled(random, answer.out()), answer.err());
    }

    private Random random(String question) {
        return new Random(seed * 31 + question.hashCode());
    }

    private HttpAnswer broken(Random random, byte[] body) {
        MeanTexts texts = new MeanTexts(random);
        String error = RecordedAnswers.quoted(texts.mean("not found"));
        return switch (random.nextInt(22)) {
            case 0 -> HttpAnswer.error(404, error);
            case 1 -> HttpAnswer.error(500, error);
            case 2 -> HttpAnswer.error(403, error);
            case 3 -> HttpAnswer.sync("null");
            case 4 -> HttpAnswer.sync("[]");
            case 5 -> HttpAnswer.sync("{}");
            case 6 -> HttpAnswer.sync(RecordedAnswers.quoted(texts.mean("")));
            case 7 -> HttpAnswer.sync("[".repeat(DEEP) + "]".repeat(DEEP));
            case 8 -> HttpAnswer.sync("\"" + "x".repeat(HUGE) + "\"");
            case 9 -> HttpAnswer.json(200, texts.mean("<html>"));
            case 10 -> HttpAnswer.of(200, new byte[]{(byte) 0xff, (byte) 0xc0, '"', 0x1b, '[', '2', 'J'});
            case 11 -> HttpAnswer.json(200, "{\"type\":\"sync\",\"metadata\":\"\u001b[2J\n" + MeanTexts.FORGED + "\"}");
            case 12 -> HttpAnswer.json(202,
                    "{\"type\":\"async\",\"operation\":" + error + ",\"metadata\":{\"err\":" + error + "}}");
            case 13 -> HttpAnswer.raw(HEAD + "Content-Length: " + body.length + "\r\n\r\n",
                    Arrays.copyOf(body, body.length / 2), true);
            case 14 -> HttpAnswer.raw(HEAD + "Content-Length: " + body.length / 2 + "\r\n\r\n", body, false);
            case 15 -> HttpAnswer.raw(HEAD + "Content-Length: -5\r\n\r\n", body, true);
            case 16 -> HttpAnswer.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n",
                    bytes(Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.UTF_8)
                            + "\r\n0\r\n\r\n"),
                    false);
            case 17 -> HttpAnswer.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n", bytes("\u001b[2J\r\n"), true);
            case 18 -> HttpAnswer.raw("\u001b]0;x\u0007\u202e\r\n" + MeanTexts.FORGED + "\r\n", body, true);
            case 19 -> HttpAnswer.raw("HTTP/1.1 999 \u001b[2J\r\nX: " + "y".repeat(100_000) + "\r\n\r\n", body, true);
            case 20 -> HttpAnswer.raw("", new byte[0], true);
            default ->
                HttpAnswer.raw("HTTP/1.1 200 OK\r\n\u001b[2J\u009b: \u202e\r\nETag: \u001b[2J\r\nContent-Length: "
                        + body.length + "\r\n\r\n", body, false);
        };
    }

    private byte[] spoiled(Random random, byte[] json) throws IOException {
        if (json.length == 0) return json;
        JsonNode spoiled = spoiled(random, new MeanTexts(random), Json.read(json), true);
        String text = spoiled.toString();
        // A key twice: which of them counts is the reader's to decide.
        if (random.nextInt(rate * 4) == 0)
            text = text.replaceFirst("\"(name|config|type|metadata)\":", "\"$1\":7,\"$1\":");
        return bytes(text);
    }

    public JsonNode spoiled(Random random, MeanTexts texts, JsonNode node, boolean envelope) {
        if (!envelope && random.nextInt(rate * 20) == 0) return another(random, texts);
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = NODES.objectNode();
                for (Map.Entry<String, JsonNode> entry : object.properties()) {
                    if (envelope && !entry.getKey().equals("metadata")) {
                        copy.set(entry.getKey(), entry.getValue());
                        continue;
                    }
                    if (!envelope && random.nextInt(rate * 20) == 0) continue;
                    boolean renamed = !envelope && random.nextInt(rate * 10) == 0;
                    copy.set(renamed ? texts.mean(entry.getKey()) : entry.getKey(),
                            spoiled(random, texts, entry.getValue(), false));
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = NODES.arrayNode();
                for (JsonNode each : array) {
                    copy.add(spoiled(random, texts, each, false));
                    if (random.nextInt(rate * 4) == 0) copy.add(spoiled(random, texts, each, false));
                }
                yield copy;
            }
            case TextNode text when random.nextInt(rate) == 0 -> NODES.textNode(texts.mean(text.asText()));
            default -> node;
        };
    }

    private static JsonNode another(Random random, MeanTexts texts) {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.booleanNode(true);
            case 3 -> NODES.arrayNode().add(texts.mean("x"));
            case 4 -> NODES.objectNode().put(texts.mean("x"), texts.mean("y"));
            case 5 -> NODES.numberNode(1e300);
            default -> NODES.textNode(texts.mean(""));
        };
    }

    /** Lone surrogates as JSON's escapes, which no bytes of UTF-8 can be. */
    private static byte[] bytes(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) whole.append("\\u%04x".formatted(c));
            else
                whole.appendCodePoint(c);
        });
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int status(byte[] answer) {
        return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.US_ASCII));
    }
}
