package mcnet.remote;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests as curl reads them, and answers as it prints them. */
class CurlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void bodiesSurviveCurlsQuotes() throws Exception {
        String config = Curl.one("PATCH", "/1.0/networks/web",
                JSON.readTree("{\"description\": \"say \\\"hi\\\"\\nand \\\\ bye\"}"), "\"abc\"");
        assertAll(
                () -> assertTrue(config.contains("""
                        data-raw = "{\\"description\\":\\"say \\\\\\"hi\\\\\\"\\\\nand \\\\\\\\ bye\\"}"
                        """), config),
                () -> assertTrue(config.contains("header = \"If-Match: \\\"abc\\\"\"\n"), config),
                () -> assertTrue(config.contains("url = \"http://lxd/1.0/networks/web\"\n"), config));
    }

    @Test
    void answersComeWithStatusAndETag() throws Exception {
        List<Writing.Reply> replies = Curl.replies("""
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Etag: f00\r
                \r
                {"type":"sync","metadata":{"name":"web"}}
                \035HTTP/1.1 404 Not Found\r
                \r
                {"type":"error","error":"Network not found","error_code":404}
                \035""");
        assertAll(() -> assertEquals(2, replies.size()),
                () -> assertEquals("f00", replies.getFirst().etag()),
                () -> assertEquals("web", replies.getFirst().metadata().path("name").asText()),
                () -> assertEquals(404, replies.getLast().status()),
                () -> assertEquals("Network not found", replies.getLast().error()));
    }

    @Test
    void anAnswerThatDidNotComeIsMissing() throws Exception {
        assertEquals(List.of(), Curl.replies("\035"));
    }

    @Test
    void aRefusalOfSudoIsToldFromAFailure() {
        List<Script.Part> parts = Script.parts("\0361\036[]\n\0360\036\0361\036",
                "sudo: a password is required\n\036\036ovs-vsctl: no such table\n\036", 3);
        assertAll(() -> assertTrue(parts.get(0).forbidden()), () -> assertTrue(Script.answer(parts.get(1)).ok()),
                () -> assertFalse(parts.get(2).forbidden()),
                () -> assertEquals("ovs-vsctl: no such table", Script.answer(parts.get(2)).error()));
    }
}
