package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A saved plan helps nobody to guess a secret, and yet notices one that has changed since: by digests whose key stays
 * where the plan was made, or is given to both jobs of a pipeline. Plans are made from a recording, and applied to members
 * that nobody answers for.
 */
class SavedSecretsTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/secrets-compared");
    private static final String WEAK = "winter";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;
    @TempDir
    Path state;

    @BeforeEach
    void program() throws IOException {
        String text = Files.readString(CASE.resolve("desired.mcnet")).replace("10.77.0.", "127.0.0.")
                .replace("ssh { user = \"root\"", "ssh { port = 1  user = \"root\"");
        Files.writeString(folder.resolve("shop.mcnet"), text);
        ObjectNode seen = (ObjectNode) CaseObservation.json(CASE.resolve("observed.json"));
        ObjectNode objects = (ObjectNode) seen.at("/cluster/objects");
        ((ObjectNode) objects.path("/1.0/networks/public").path("config")).put("bgp.peers.other.password", "summer")
                .put("user.a", "autumn");
        objects.putArray("/1.0/profiles").add("/1.0/profiles/small");
        objects.set("/1.0/profiles/small", new ObjectMapper().readTree(
                "{\"name\":\"small\",\"config\":{\"environment.PW\":\"autumn\",\"cloud-init.user-data\":\"autumn\"},"
                        + "\"devices\":{}}"));
        Files.writeString(folder.resolve("observed.json"), seen.toString());
        Files.writeString(folder.resolve("told"), WEAK);
    }

    private Mcnet.Result run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of("SAME", WEAK, "ROTATED", WEAK, "TWIN", WEAK,
                "XDG_STATE_HOME", state.toString()));
        environment.putAll(more);
        return new Mcnet(folder, environment).run(arguments);
    }

    private String saved(Map<String, String> more) throws IOException {
        Mcnet.Result plan = run(more, "plan", "--observed", "observed.json", "--out", "p.plan", "shop.mcnet");
        assertEquals(0, plan.status(), plan::toString);
        return Files.readString(folder.resolve("p.plan"));
    }

    private Mcnet.Result apply(Map<String, String> more) {
        return run(more, "apply", "--connect-timeout", "2", "p.plan");
    }

    @Test
    void theFileHelpsNobodyToGuess() throws Exception {
        String text = saved(Map.of());
        String salt = new ObjectMapper().readTree(text).at("/secrets/salt").asText();
        for (String secret : new String[]{WEAK, "summer", "autumn"}) {
            assertFalse(text.contains(secret), text);
            for (String tried : new String[]{secret, salt + secret, salt + "\n" + secret}) {
                String digest = HexFormat.of().formatHex(
                        MessageDigest.getInstance("SHA-256").digest(tried.getBytes(StandardCharsets.UTF_8)));
                assertFalse(text.contains(digest.substring(0, 16)), text);
            }
        }
        assertTrue(text.contains("\"environment.PW\" : \"(left out)\""), text);
        Path key = state.resolve("mcnet/plan-key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("p.plan"))));
        assertFalse(text.contains(Files.readString(key).strip()), text);
    }

    @Test
    void aSecretThatHasChangedSinceIsNoticedBeforeAnythingIsAsked() throws IOException {
        saved(Map.of());
        Mcnet.Result apply = apply(Map.of("ROTATED", "winter2"));
        assertAll(() -> assertEquals(1, apply.status(), apply::toString), () -> assertTrue(apply.err()
                .contains("error[MC0036]: secret(\"env:ROTATED\") has changed since the plan was made"),
                apply::toString));
        assertTrue(apply(Map.of()).err().contains("127.0.0.1"), "with the same secret it goes on to ask");
    }

    @Test
    void elsewhereItTakesTheSameKey() throws IOException {
        saved(Map.of());
        Map<String, String> elsewhere = Map.of("XDG_STATE_HOME", folder.resolve("other").toString());
        Mcnet.Result refused = apply(elsewhere);
        assertAll(() -> assertEquals(1, refused.status(), refused::toString),
                () -> assertTrue(refused.err().contains("error[MC0033]"), refused::toString),
                () -> assertTrue(refused.err().contains("MCNET_PLAN_KEY"), refused::toString));
        saved(Map.of("MCNET_PLAN_KEY", KEY));
        Map<String, String> job = new HashMap<>(elsewhere);
        job.put("MCNET_PLAN_KEY", KEY);
        assertTrue(apply(job).err().contains("127.0.0.1"));
        job.put("ROTATED", "winter2");
        assertTrue(apply(job).err().contains("error[MC0036]"));
        job.put("MCNET_PLAN_KEY", KEY.replace('0', '1'));
        assertTrue(apply(job).err().contains("error[MC0033]"));
        job.put("MCNET_PLAN_KEY", "short");
        assertTrue(apply(job).err().contains("error[MC0034]"));
    }

    @Test
    void aPlanWithoutSecretsNeedsNoKey() throws IOException {
        Path program = folder.resolve("shop.mcnet");
        Files.writeString(program, Files.readString(program).replaceAll("(?m)^  neighbor .*\n", ""));
        Path observed = folder.resolve("observed.json");
        Files.writeString(observed, Files.readString(observed)
                .replaceAll(",\"bgp.peers.[^,}]*", "").replaceAll("neighbor[^,\"]*,", ""));
        saved(Map.of());
        assertFalse(Files.exists(state.resolve("mcnet/plan-key")));
        assertTrue(apply(Map.of("XDG_STATE_HOME", folder.resolve("other").toString())).err().contains("127.0.0.1"));
    }

    @Test
    void aPlanOfTheFormatBeforeIsRefusedByName() throws IOException {
        Files.writeString(folder.resolve("p.plan"),
                saved(Map.of()).replace("\"mcnet-plan\" : 2", "\"mcnet-plan\" : 1"));
        Mcnet.Result apply = apply(Map.of());
        assertAll(() -> assertEquals(1, apply.status(), apply::toString),
                () -> assertTrue(apply.err().contains("its format is 1, of an older mcnet"), apply::toString));
    }
}
