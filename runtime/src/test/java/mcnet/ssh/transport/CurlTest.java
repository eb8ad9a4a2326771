package mcnet.ssh.transport;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import mcnet.ssh.Session;
import org.junit.jupiter.api.Test;

/** Requests as curl reads them, and answers as it prints them. */
class CurlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aBodyIsCurlsInputAndNoArgument() throws Exception {
        Curl curl = Curl.one("PATCH", "/1.0/networks/web",
                JSON.readTree("{\"description\": \"say \\\"hi\\\"\\nand \\\\ bye\"}"), "\"abc\"");
        assertAll(
                () -> assertEquals("{\"description\":\"say \\\"hi\\\"\\nand \\\\ bye\"}", curl.input()),
                () -> assertTrue(curl.arguments().containsAll(List.of("If-Match: \"abc\"", "@-", "PATCH")),
                        curl::toString),
                () -> assertEquals("http://lxd/1.0/networks/web", curl.arguments().getLast()));
    }

    @Test
    void answersComeWithStatusAndETag() throws Exception {
        List<Session.Reply> replies = Curl.replies("""
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
    void anAnswerThatIsNoHttpIsSaidSo() {
        assertThrows(IOException.class, () -> Curl.replies("Welcome to micro1\r\n\r\n\035"));
    }
}
