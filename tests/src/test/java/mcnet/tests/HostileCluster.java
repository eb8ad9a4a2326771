package mcnet.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcnet.observe.Json;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HostileAnswers;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.MeanTexts;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;

/** Three members that answer what a cluster of {@code tests/plan} answered, spoiled here and there. */
final class HostileCluster implements AutoCloseable {
    private static final String BANNER = "\u001b[2J\u202e\r\n" + MeanTexts.FORGED + "\n";

    private final Path folder;
    private final Map<String, SimulatedMember> members = new TreeMap<>();

    /** @param folder an empty one */
    HostileCluster(Path folder) {
        this.folder = folder;
        for (String member : List.of("micro1", "micro2", "micro3"))
            members.put(member, SimulatedMember.start(member, folder, null, BANNER));
    }

    /**
     * @param story a case's folder
     * @param alone with the first member only, which is most of what a round costs
     * @param rate one answer in so many is spoiled
     * @return the case's program, on this cluster
     */
    Path play(Path story, long seed, boolean alone, int rate) throws IOException {
        members.forEach((name, member) -> {
            Answers honest = RecordedAnswers.of(story.resolve("observed.json"), name);
            member.answer(new HostileAnswers(alone ? alone(honest) : honest, seed + name.hashCode(), rate, 100));
        });
        String text = Files.readString(story.resolve("desired.mcnet"));
        if (alone) text = text.replaceAll("(?m)^.*(member|on) micro[23].*$", "");
        for (SimulatedMember member : members.values()) text = member.reached(text);
        return Files.writeString(folder.resolve("program.mcnet"), text);
    }

    /** What was sent to change something. */
    List<String> writes() {
        return members.values().stream().flatMap(m -> m.writes().stream()).toList();
    }

    /** As if the others were no members. */
    private static Answers alone(Answers honest) {
        return new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) throws IOException {
                HttpAnswer answer = honest.lxd(request);
                if (answer.isNone() || !request.path().startsWith("/1.0/cluster/members")) return answer;
                JsonNode all = Json.read(answer.body());
                ArrayNode one = JsonNodeFactory.instance.arrayNode();
                all.path("metadata").valueStream()
                        .filter(m -> m.path("server_name").asText().equals("micro1")).forEach(one::add);
                return HttpAnswer.sync(one.toString());
            }

            @Override
            public CommandAnswer command(List<String> words) throws IOException {
                return honest.command(words);
            }
        };
    }

    @Override
    public void close() {
        members.values().forEach(SimulatedMember::close);
    }
}
