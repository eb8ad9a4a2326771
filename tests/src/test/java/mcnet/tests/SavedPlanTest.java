package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import mcnet.lab.LabMember;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A plan that is read today and applied tomorrow does what was read, or says who came between. */
@TestMethodOrder(OrderAnnotation.class)
class SavedPlanTest extends LabStory {
    private static final String PROGRAM = """
            program saved
            underlay fabric { nic = eth1 }
            uplink public {
              description = "outside"
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
            }
            network web {
              uplink = public
              domain = web.test
              ipv4 { address = 10.42.1.1/24  nat = true }
              forward 198.51.100.210 { tcp 80 -> 10.42.1.10 }
            }
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
            }
            peer web <-> db { description = "orders" }
            acl front { allow ingress tcp 80 }
            zone names.example.org { nameservers = ["ns1.example.org"] }
            project acme { networks = own  description = "the tenant" }
            profile base {
              description = "for all"
              nic eth7 { network = web }
            }
            instance one {
              nic eth0 { network = web  address = 10.42.1.10 }
            }
            """;
    private static final String LATER = PROGRAM.replace("tcp 80", "tcp 8080").replace("web.test", "shop.test")
            .replace("\"outside\"", "\"the outside\"").replace("\"orders\"", "\"all orders\"")
            .replace("\"the tenant\"", "\"tenant acme\"").replace("\"for all\"", "\"for everyone\"")
            .replace("ns1.example.org", "ns2.example.org")
            .replace("10.42.1.10 }\n}", "10.42.1.11 }\n}");

    private static JsonNode plan(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile()).path("plan");
    }

    @Test
    @Order(1)
    void whatWasReadIsWhatIsShownAndDone() throws IOException {
        lab.write("saved.mcnet", PROGRAM.substring(0, PROGRAM.indexOf("instance one")));
        Mcnet.Result plan = lab.mcnet("plan", "--out", "first.plan");
        works(plan);
        Mcnet.Result shown = lab.mcnet("show", "first.plan");
        assertEquals(plan.out(), shown.out());
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder.resolve("first.plan"))));
        try (ApiRecorder watch = ApiRecorder.of(lab)) {
            // The files are another program's by now: the plan holds its own text.
            lab.write("saved.mcnet", "program other\n");
            works(lab.mcnet("apply", "first.plan"));
            List<String> seen = new ArrayList<>();
            for (LabMember member : lab.lab().members())
                watch.writes(member.name()).forEach(w -> seen.add(text(member.name(), w.method(), w.path(), w.body())));
            assertEquals(calls(plan("first.plan")).stream().sorted().toList(), seen.stream().sorted().toList());
        }
        lab.write("saved.mcnet", PROGRAM.substring(0, PROGRAM.indexOf("instance one")));
        works(lab.mcnet("plan", "--detailed-exitcode"));
        Mcnet.Result again = lab.mcnet("apply", "first.plan");
        assertAll(() -> assertEquals(0, again.status(), again::toString),
                () -> assertTrue(again.out().contains("the plan is already applied"), again::toString));
        // A run that stopped midway has done a part of the plan: the rest of it is what was read.
        lab.on("micro1", "lxc", "query", "--wait", "-X", "DELETE", "/1.0/network-zones/names.example.org");
        Mcnet.Result rest = lab.mcnet("apply", "first.plan");
        assertAll(() -> assertEquals(0, rest.status(), rest::toString),
                () -> assertTrue(rest.out().contains("Part of this plan is already applied"), rest::toString));
        works(lab.mcnet("plan", "--detailed-exitcode"));
    }

    private static List<String> calls(JsonNode plan) {
        List<String> calls = new ArrayList<>();
        for (JsonNode step : plan.path("steps"))
            for (JsonNode call : step.path("calls"))
                if (call.has("method"))
                    calls.add(text(step.path("member").asText(), call.path("method").asText(),
                            call.path("path").asText(), call.path("body")));
        return calls;
    }

    private static String text(String member, String method, String path, JsonNode body) {
        return member + " " + method + " " + path + " " + (body.isObject() ? body : "");
    }

    /** Something that somebody does between plan and apply, what mcnet says of it, and how it is undone. */
    private record Meanwhile(String change, String said, String undo) {}

    @Test
    @Order(2)
    void whateverKindWasChangedMeanwhileIsNamedWithBothValues() throws IOException {
        Instances.of(lab);
        lab.on("micro1", "sh", "-ec", "lxc init -q tiny one --target micro1 --network web < /dev/null");
        lab.settle("saved.mcnet", PROGRAM);
        lab.importsItself("saved.mcnet");
        lab.write("saved.mcnet", LATER);
        works(lab.mcnet("plan", "--out", "later.plan"));
        List<Meanwhile> all = List.of(
                new Meanwhile("ovs-vsctl set open . external_ids:mcnet-program=another",
                        "plan is stale: underlay fabric has changed\n"
                                + "  = why: it was program saved's, now it is program another's",
                        "ovs-vsctl set open . external_ids:mcnet-program=saved"),
                new Meanwhile("lxc network set public ipv4.routes=198.51.100.208/29",
                        "plan is stale: uplink public has changed\n"
                                + "  = why: ipv4.routes was 198.51.100.208/28, now it is 198.51.100.208/29",
                        "lxc network set public ipv4.routes=198.51.100.208/28"),
                new Meanwhile("lxc network set web dns.domain=by.hand",
                        "plan is stale: network web has changed\n"
                                + "  = why: domain was web.test, now it is by.hand",
                        "lxc network set web dns.domain=web.test"),
                new Meanwhile("lxc network acl rule add front ingress action=drop protocol=tcp destination_port=81",
                        "plan is stale: acl front has changed\n"
                                + "  = why: rule \"drop ingress tcp 81\" did not exist, now it does",
                        "lxc network acl rule remove front ingress action=drop protocol=tcp destination_port=81"),
                new Meanwhile("lxc network forward port remove web 198.51.100.210 tcp 80",
                        "plan is stale: forward 198.51.100.210 of web has changed\n"
                                + "  = why: sends \"tcp 80 -> 10.42.1.10 \" existed, now it does not",
                        "lxc network forward port add web 198.51.100.210 tcp 80 10.42.1.10"),
                new Meanwhile("lxc network peer show web db | sed 's/^description:.*/description: nothing/'"
                        + " | lxc network peer edit web db",
                        "plan is stale: peer web <-> db has changed\n"
                                + "  = why: description was orders, now it is nothing",
                        "lxc network peer show web db | sed 's/^description:.*/description: orders/'"
                                + " | lxc network peer edit web db"),
                new Meanwhile("lxc network zone set names.example.org dns.nameservers=ns9.example.org",
                        "plan is stale: zone names.example.org has changed\n"
                                + "  = why: nameservers was ns1.example.org, now it is ns9.example.org",
                        "lxc network zone set names.example.org dns.nameservers=ns1.example.org"),
                new Meanwhile(
                        "lxc project show acme | sed 's/^description:.*/description: free/' | lxc project edit acme",
                        "plan is stale: project acme has changed\n"
                                + "  = why: description was the tenant, now it is free",
                        "lxc project show acme | sed 's/^description:.*/description: the tenant/' | lxc project edit acme"),
                new Meanwhile("lxc profile device set base eth7 boot.priority=3",
                        "plan is stale: profile base has changed\n"
                                + "  = why: eth7.boot was (unset), now it is 3",
                        "lxc profile device unset base eth7 boot.priority"),
                new Meanwhile("lxc config device set one eth0 ipv4.address=10.42.1.77",
                        "plan is stale: instance one has changed\n"
                                + "  = why: eth0.ipv4.address was 10.42.1.10, now it is 10.42.1.77",
                        "lxc config device set one eth0 ipv4.address=10.42.1.10"));
        String before = Footprint.of(lab);
        for (Meanwhile each : all) {
            lab.on("micro1", "sh", "-ec", lab.here(each.change()));
            Mcnet.Result refused = lab.mcnet("apply", "later.plan");
            assertAll(each.change(), () -> assertEquals(1, refused.status(), refused::toString),
                    () -> assertTrue(refused.err().contains("error[MC0933]: " + lab.here(each.said())),
                            refused::toString));
            lab.on("micro1", "sh", "-ec", lab.here(each.undo()));
        }
        assertEquals(before, Footprint.of(lab));
    }

    @Test
    @Order(3)
    void whatThePlanDoesNotRelyOnMayChange() {
        lab.on("micro1", "lxc", "network", "acl", "create", "somebodys");
        lab.on("micro1", "lxc", "network", "set", "db", "user.note=mine");
        lab.on("micro1", "lxc", "network", "create", "other", "--type=ovn", "network=public",
                "ipv4.address=10.42.9.1/24",
                "ipv4.nat=true", "ipv6.address=none");
        works(lab.mcnet("apply", "later.plan"));
        works(lab.mcnet("plan", "--detailed-exitcode"));
        assertEquals("mine", lab.on("micro1", "lxc", "network", "get", "db", "user.note").strip());
    }

    @Test
    @Order(4)
    void aPartOfTheProgramBringsWhatItNeeds() {
        lab.write("saved.mcnet", LATER + """
                acl lone { drop ingress tcp 1 }
                acl guard { drop ingress tcp 23 }
                network third { uplink = public  acls = [guard]  ipv4 { address = 10.42.3.1/24  nat = true } }
                """);
        Mcnet.Result only = lab.mcnet("apply", "--yes", "--only", "network=third");
        works(only);
        assertAll(() -> assertTrue(only.out().contains("+ acl guard   for network third"), only::toString),
                () -> assertTrue(!only.out().contains("lone"), only::toString));
        Mcnet.Result drift = lab.mcnet("drift");
        assertAll(() -> assertEquals(2, drift.status(), drift::toString),
                () -> assertTrue(drift.out().contains("acl lone is missing"), drift::toString),
                () -> assertTrue(drift.out().contains("1 object is not as the file says."), drift::toString));
        works(lab.mcnet("drift", "--ignore", "acl lo*"));
        Mcnet.Result wrong = lab.mcnet("plan", "--only", "network=therd");
        assertAll(() -> assertEquals(1, wrong.status(), wrong::toString),
                () -> assertTrue(wrong.err().contains("did you mean network=third?"), wrong::toString));
        works(lab.mcnet("destroy", "--yes", "--only", "network=third"));
        assertEquals("", lab.on("micro1", "sh", "-c", "lxc network list -f csv | grep '^third,' || true"));
        works(lab.mcnet("apply", "--yes"));
    }

    @Test
    @Order(5)
    void whatIsGivenBackStaysAndCanBeAdoptedAgain() {
        String ours = Footprint.of(lab);
        works(lab.mcnet("release", "--yes"));
        String nobodys = Footprint.of(lab);
        assertTrue(!nobodys.contains("user.mcnet.") && !nobodys.contains("mcnet-program"), nobodys);
        assertEquals("10.42.1.1/24", lab.on("micro1", "lxc", "network", "get", "web", "ipv4.address").strip());
        works(lab.mcnet("destroy", "--yes"));
        assertEquals(nobodys, Footprint.of(lab));

        Mcnet.Result unread = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(1, unread.status(), unread::toString),
                () -> assertTrue(unread.out().contains("^ network web   adopted; created by somebody else"),
                        unread::toString),
                () -> assertTrue(unread.err().contains("error[MC0934]"), unread::toString));
        assertEquals(nobodys, Footprint.of(lab));
        works(lab.mcnet("apply", "--yes", "--adopt"));
        works(lab.mcnet("plan", "--detailed-exitcode"));
        assertEquals(unnoted(ours), unnoted(Footprint.of(lab)));
    }

    /** Without what things were like when they were taken over: the second time they are as the first time left them. */
    private static String unnoted(String footprint) {
        return footprint.replaceAll("user\\.mcnet\\.adopted=\\{.*?},? ?", "")
                .replaceAll("user\\.mcnet\\.nics\\.found=\\{.*?}},? ?", "")
                .replaceAll("user\\.mcnet\\.nics=[^,\\]]*,? ?", "");
    }

    @Test
    @Order(6)
    void destroyTakesWhatIsOursAndNothingElse() {
        lab.on("micro1", "lxc", "network", "forward", "create", "web", lab.here("198.51.100.212"));
        Mcnet.Result inUse = lab.mcnet("destroy", "--yes", "--include-adopted");
        assertAll(() -> assertEquals(1, inUse.status(), inUse::toString), () -> assertTrue(inUse.err().contains(
                lab.here("forward 198.51.100.212 of web, made by somebody else")), inUse::toString));
        lab.on("micro1", "lxc", "network", "forward", "delete", "web", lab.here("198.51.100.212"));
        Mcnet.Result uplink = lab.mcnet("destroy", "--yes", "--include-adopted");
        assertAll(() -> assertEquals(1, uplink.status(), uplink::toString),
                () -> assertTrue(uplink.err().contains("used by network other"), uplink::toString));
        lab.on("micro1", "sh", "-ec", "lxc network delete other; lxc network acl delete somebodys; lxc delete one");
        lab.write("saved.mcnet", "program saved\n");
        works(lab.mcnet("destroy", "--yes", "--include-adopted"));
        String left = Footprint.of(lab);
        assertTrue(!left.contains("user.mcnet.") && !left.contains("mcnet-program") && !left.contains("10.42."), left);
    }

    @Test
    @Order(7)
    void whatIsNoPlanIsToldApart() throws IOException {
        Path plan = folder.resolve("later.plan");
        String text = Files.readString(plan);
        Files.writeString(folder.resolve("half.plan"), text.substring(0, text.length() / 2));
        Files.writeString(folder.resolve("other.plan"), "{ \"a\": 1 }");
        Files.writeString(folder.resolve("next.plan"), text.replace("\"mcnet-plan\" : 2", "\"mcnet-plan\" : 3"));
        Files.writeString(folder.resolve("edited.plan"), text.replace("\"description\" : \"all orders\"",
                "\"description\" : \"none\""));
        for (String name : List.of("half.plan", "other.plan", "next.plan", "edited.plan")) {
            Mcnet.Result show = lab.mcnet("show", name);
            assertAll(() -> assertEquals(1, show.status(), show::toString),
                    () -> assertTrue(show.err().contains("error[MC0"), show::toString),
                    () -> assertEquals("", show.out()));
        }
    }
}
