package mcnet.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretStoreTest {
    private static final String ONE = "secret(\"env:ONE\")";
    private static final String TWO = "secret(\"file:two\")";
    private static final SecretStore VAULT = new SecretStore(new LinkedHashMap<>(Map.of(ONE, "hunter2")));

    @Test
    void whatIsReadIsNamedAndWhatIsSentIsTold() throws IOException {
        JsonNode held = json("{'config':{'bgp.peers.a.password':'hunter2','bgp.peers.b.password':'other'}}");
        JsonNode named = VAULT.named(held);
        assertEquals(ONE, named.at("/config/bgp.peers.a.password").asText());
        assertEquals("other", named.at("/config/bgp.peers.b.password").asText());
        assertEquals(held, VAULT.told(named));
    }

    @Test
    void aTextThatLooksLikeASecretOrItsNameStaysAsItIs() throws IOException {
        ObjectNode body = (ObjectNode) json("{'config':{'user.team':'hunter2'}}");
        body.put("description", ONE);
        assertEquals(body, VAULT.told(body));
        assertEquals(body, VAULT.named(body));
    }

    @Test
    void ofTwoThatAreTheSameEitherIsTheOne() throws IOException {
        Map<String, String> both = new LinkedHashMap<>(Map.of(ONE, "hunter2"));
        both.put(TWO, "hunter2");
        SecretStore secretStore = new SecretStore(new LinkedHashMap<>(both));
        JsonNode held = json("{'key':'hunter2'}");
        String named = secretStore.named(held).path("key").asText();
        assertTrue(SecretStore.same(named, ONE) && SecretStore.same(named, TWO), named);
        assertEquals(held, secretStore.told(secretStore.named(held)));
        assertEquals(named, SecretRedactor.BLANK.blank("key", named));
    }

    @Test
    void aPlaceMayBeCalledAsItLikes() throws IOException {
        String odd = "secret(\"file:ns1 or ns2\")";
        SecretStore secretStore = new SecretStore(new LinkedHashMap<>(Map.of(odd, "hunter3")));
        JsonNode held = json("{'key':'hunter3'}");
        assertEquals(odd, secretStore.named(held).path("key").asText());
        assertEquals(held, secretStore.told(secretStore.named(held)));
    }

    @Test
    void aServersWordsMayRepeatIt() {
        assertEquals("invalid " + ONE + "!", VAULT.named("invalid hunter2!"));
    }

    @Test
    void whatIsNotKnownIsNotTheSame() {
        assertFalse(SecretStore.same("", ONE));
        assertFalse(SecretStore.same("(secret 0123456789abcdef)", ONE));
        assertTrue(SecretStore.same("(secret)", ONE));
        assertFalse(SecretStore.same(TWO, ONE));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
