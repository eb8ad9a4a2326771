package mcnet.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.file.Content;
import mcnet.file.FileException;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;
import mcnet.observe.Json;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;

/**
 * A plan to be reviewed now and applied later: what it was made from, so that it can be made again, and what came out,
 * so that one sees whether it still does. Secrets are blanked; whether one has changed since is told by digests with a key
 * that is not in the file.
 *
 * @param version of mcnet that made it
 * @param cluster the cluster of the program that it is for
 * @param only what {@code --only} named
 * @param plan every change and every call, as {@code plan --format json} prints them
 */
public record SavedPlan(String version, ProgramSources recipe, String cluster, List<String> only, SecretDigests secrets,
        Observation observed, JsonNode plan) {
    private static final int FORMAT = 2;
    private static final String FORMAT_KEY = "mcnet-plan";

    /** What such a file begins with. */
    public static final Content CONTENT = Content.of("a saved plan", "\\{\\s*\"" + FORMAT_KEY + "\"");

    /** Not readable as such. */
    public static final class NoPlan extends IOException {
        NoPlan(String why) {
            super(why);
        }
    }

    /** The same, where no secret is to be compared. */
    public SavedPlan withoutKey() {
        return new SavedPlan(version, recipe, cluster, only, secrets.withoutKey(), observed, plan);
    }

    /** Writes it for its owner's eyes: the observation tells much of the cluster. */
    public void write(OutputFile file) throws FileException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(FORMAT_KEY, FORMAT).put("mcnet", version).put("cluster", cluster);
        ArrayNode named = root.putArray("only");
        only.forEach(named::add);
        root.set("program", recipe.json());
        root.set("plan", plan);
        root.set("secrets", secrets.json());
        root.set("observed", ObservationFile.json(observed));
        file.write(root.toPrettyString() + "\n");
    }

    /** Whether a file looks like one; no {@code .mcnet} file begins with a brace. */
    public static boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64), java.nio.charset.StandardCharsets.UTF_8).strip().startsWith("{");
        }
    }

    /** @throws NoPlan where the file holds something else, or a part of a plan */
    public static SavedPlan read(Path file) throws IOException {
        JsonNode root;
        try {
            root = Json.file(InputFile.read(file, InputFile.DATA));
        } catch (Json.NoJson e) {
            throw new NoPlan(e.getMessage());
        }
        if (!root.path(FORMAT_KEY).isInt()) throw new NoPlan("it has no \"" + FORMAT_KEY + "\"");
        if (root.path(FORMAT_KEY).asInt() == 1)
            throw new NoPlan(
                    "its format is 1, of an older mcnet, whose digests could reveal weak secrets");
        if (root.path(FORMAT_KEY).asInt() != FORMAT)
            throw new NoPlan("its format is " + root.path(FORMAT_KEY).asInt() + ", and this version of mcnet reads "
                    + FORMAT);
        for (String part : List.of("program", "plan", "observed"))
            if (!root.path(part).isObject()) throw new NoPlan("it has no \"" + part + "\"");
        List<String> only = new ArrayList<>();
        root.path("only").forEach(o -> only.add(o.asText()));
        try {
            return new SavedPlan(root.path("mcnet").asText(), ProgramSources.of(root.path("program")),
                    root.path("cluster").asText(), only, SecretDigests.of(root.path("secrets")),
                    observed(root.path("observed")), PlanUpgrade.of(root.path("plan")));
        } catch (IllegalArgumentException e) {
            throw new NoPlan("it is damaged: " + e.getMessage());
        }
    }

    private static Observation observed(JsonNode root) throws NoPlan {
        try {
            return ObservationFile.of(root);
        } catch (ObservationFile.NoObservation e) {
            throw new NoPlan("of its observation: " + e.getMessage());
        }
    }
}
