package mcnet.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.file.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was observed once answers other questions later. */
class ObservationFileTest {
    private static final ObjectRedaction SHOP = new ObjectRedaction(SecretRedactor.BLANK, "shop",
            Map.of("mine", Set.of("user.team", "eth0.user.role"), "web", Set.of()));

    @TempDir
    Path folder;

    @Test
    void anyQuestionIsAnsweredFromTheObjects() throws IOException {
        Observation seen = written(Map.of("/1.0/networks?recursion=1&project=acme",
                "[{'name':'web','type':'ovn'},{'name':'a b','type':'ovn'}]", "/1.0/instances?recursion=1",
                "[{'name':'c1','config':{'user.mcnet.program':'shop'}},{'name':'c2','config':{}}]",
                "/1.0/networks/web/forwards?recursion=1&project=acme", "[{'listen_address':'2001:db8::1'}]",
                "/1.0/cluster/members?recursion=1", "[{'server_name':'micro1'}]"));
        assertEquals(json("['/1.0/networks/a%20b?project=acme','/1.0/networks/web?project=acme']"),
                value(seen, "/1.0/networks?project=acme"));
        assertEquals("ovn", value(seen, "/1.0/networks/a%20b?project=acme").path("type").asText());
        assertEquals("c1", value(seen, "/1.0/instances/c1").path("name").asText());
        assertEquals(404, seen.cluster("/1.0/instances/c3").status());
        assertEquals(1, value(seen,
                "/1.0/instances?recursion=1&filter=config.user.mcnet.program%20eq%20shop").size());
        assertEquals(0, value(seen,
                "/1.0/instances?recursion=1&filter=config.user.mcnet.program%20eq%20other").size());
        assertEquals("2001:db8::1", value(seen, "/1.0/networks/web/forwards/2001%3Adb8%3A%3A1?project=acme")
                .path("listen_address").asText());
        assertEquals("micro1", value(seen, "/1.0/cluster/members?recursion=1").path(0).path("server_name").asText());
        assertEquals(0, seen.cluster("/1.0/networks?recursion=1").status(), "another project's are not known");
        assertFalse(seen.knows(Query.cluster("/1.0/instances/c1/state")));
    }

    @Test
    void whatIsNoListIsAnsweredAsItWas() throws IOException {
        String path = "/1.0/operations?recursion=1&all-projects=true";
        Observation seen = written(Map.of(path, "{'running':[{'id':'1','description':'Creating network'}]}"));
        assertEquals(json("{'running':[{'id':'1','description':'Creating network'}]}"), value(seen, path));
    }

    @Test
    void aProjectThatIsNotThereHasNothing() throws IOException {
        Observation seen = written(Map.of("/1.0/projects?recursion=1", "[{'name':'default'},{'name':'acme'}]"));
        assertEquals(404, seen.cluster("/1.0/instances/c1?project=beta").status());
        assertFalse(seen.knows(Query.cluster("/1.0/instances/c1?project=acme")));
        assertFalse(seen.knows(Query.cluster("/1.0/instances/c1")));
    }

    @Test
    void whatFailedIsStillAFailure() throws IOException {
        LinkedHashMap<Query, Answer> answers = new LinkedHashMap<>();
        answers.put(Query.cluster("/1.0/network-acls?recursion=1"), Answer.failed(500, "no leader"));
        ObservationFile.write(new Observation(answers), SHOP,
                OutputFile.of(folder.resolve("o.json"), ObservationFile.CONTENT, false));
        Answer answer = ObservationFile.read(folder.resolve("o.json")).cluster("/1.0/network-acls?recursion=1");
        assertEquals(Answer.failed(500, "no leader"), answer);
    }

    @Test
    void whatIsNotNeededIsLeftOutByItsKey() throws IOException {
        String profile = "{'name':'%s','description':'d','config':{'environment.DB':'hunter2','cloud-init.user-data':"
                + "'hunter2','user.note':'hunter2','user.team':'%s','limits.cpu':'hunter2','user.mcnet.program':'%s',"
                + "'user.mcnet.keys':'lxd.raw.idmap','raw.idmap':'%s'},'devices':{'eth0':{'type':'nic','network':'web',"
                + "'ipv4.address':'10.0.0.5','user.role':'%s'},'root':{'type':'disk','source':'hunter2'}}}";
        Observation seen = written(Map.of("/1.0/profiles?recursion=1",
                "[" + profile.formatted("mine", "blue", "shop", "kept", "front") + ","
                        + profile.formatted("theirs", "hunter2", "other", "hunter2", "hunter2") + "]",
                "/1.0/instances?recursion=1",
                "[{'name':'c1','config':{'environment.X':'hunter2','volatile.uuid':'u'},"
                        + "'expanded_config':{'user.x':'hunter2'},'expanded_devices':{'p':{'type':'proxy','connect':'hunter2'}}}]",
                "/1.0/networks?recursion=1",
                "[{'name':'web','config':{'ipv4.address':'10.0.0.1/24','user.token':'hunter2','user.x':'hunter2'}},"
                        + "{'name':'public','config':{'bgp.peers.a.password':'hunter2','user.y':'hunter2'}}]",
                "/1.0", "{'config':{'core.bgp_asn':'1','loki.auth.password':'hunter2','user.any':'hunter2'},"
                        + "'environment':{'server_version':'6.9','certificate':'hunter2'}}"));
        String text = Files.readString(folder.resolve("o.json"));
        assertFalse(text.contains("hunter2"), text);
        JsonNode mine = value(seen, "/1.0/profiles/mine");
        assertEquals("blue", mine.path("config").path("user.team").asText(), "the file declares it");
        assertEquals("kept", mine.path("config").path("raw.idmap").asText(), "the mark says that the program said it");
        assertEquals("front", mine.path("devices").path("eth0").path("user.role").asText());
        assertEquals("(left out)", mine.path("config").path("environment.DB").asText());
        JsonNode theirs = value(seen, "/1.0/profiles/theirs");
        assertEquals("(left out)", theirs.path("config").path("user.team").asText());
        assertEquals("10.0.0.5", theirs.path("devices").path("eth0").path("ipv4.address").asText());
        assertEquals("10.0.0.1/24", value(seen, "/1.0/networks/web").path("config").path("ipv4.address").asText());
        assertEquals("(secret)",
                value(seen, "/1.0/networks/public").path("config").path("bgp.peers.a.password").asText());
        assertEquals("u", value(seen, "/1.0/instances/c1").path("config").path("volatile.uuid").asText());
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("o.json"))));
    }

    @Test
    void theFormatBeforeIsStillRead() throws IOException {
        Path old = folder.resolve("old.json");
        Files.writeString(old, "{\"cluster\":{\"GET /1.0/networks?recursion=1\":[{\"name\":\"web\"}]},\"members\":"
                + "{\"micro1\":{\"links\":[]}}}");
        Observation seen = ObservationFile.read(old);
        assertEquals("web", seen.cluster("/1.0/networks?recursion=1").value().path(0).path("name").asText());
        assertTrue(seen.member("micro1", new Question.Links()).ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"mcnet-observation\": 3, \"cluster\": {}}", "{\"cluster\": {\"GET",
            "{\"mcnet-observation\": \"2\", \"cluster\": {}}", "{\"cluster\": {\"what is this\": 1}}",
            "{\"cluster\": {\"ovs Bridge\": 1}}", "{\"mcnet-plan\": 2}", "null"})
    void whatIsNoObservationIsRefusedByName(String text) throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, text);
        assertThrows(ObservationFile.NoObservation.class, () -> ObservationFile.read(file));
    }

    private Observation written(Map<String, String> answers) throws IOException {
        LinkedHashMap<Query, Answer> all = new LinkedHashMap<>();
        for (String path : answers.keySet()) all.put(Query.cluster(path), Answer.of(json(answers.get(path))));
        all.put(Query.member("micro1", new Question.Ovs("Open_vSwitch", List.of("external_ids"))),
                Answer.of(json("{'headings':['external_ids'],'data':[[['map',[['ovn-encap-ip','10.0.0.1'],"
                        + "['someones','hunter2']]]]]}")));
        ObservationFile.write(new Observation(all), SHOP,
                OutputFile.of(folder.resolve("o.json"), ObservationFile.CONTENT, false));
        return ObservationFile.read(folder.resolve("o.json"));
    }

    private static JsonNode value(Observation seen, String path) {
        Answer answer = seen.cluster(path);
        assertTrue(answer.ok(), path + " " + answer);
        return answer.value();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
