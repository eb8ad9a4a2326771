package mcnet.lab;

import java.util.Map;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.StateFolder;
import mcnet.lab.image.MemberImage;
import mcnet.lab.image.ServerDistribution;

/** What the members of a lab are made of. A lab remembers it in the labels of its parts. */
public sealed interface MemberSource {

    /** mcnet's own image of a server. */
    record Server(ServerDistribution distribution) implements MemberSource {
        @Override
        public String ensure(Engine engine, StateFolder state, LabProgress progress) {
            return MemberImage.ensure(distribution, engine, state, progress);
        }

        @Override
        public Map<String, String> labels() {
            return Map.of(Labels.SERVER, distribution.name());
        }

        @Override
        public String title() {
            return "server " + distribution.name();
        }
    }

    /** An image that a user named. */
    record Image(String name) implements MemberSource {
        @Override
        public String ensure(Engine engine, StateFolder state, LabProgress progress) {
            if (!engine.hasImage(name))
                throw new LabException("the engine has no image " + name, "",
                        "see the list: docker images; without --image mcnet uses its own");
            return name;
        }

        @Override
        public Map<String, String> labels() {
            return Map.of(Labels.FROM, name);
        }

        @Override
        public String title() {
            return "image " + name;
        }
    }

    MemberSource DEFAULT = new Server(ServerDistribution.LXD);

    /** @return the tag of an image that the engine has now */
    String ensure(Engine engine, StateFolder state, LabProgress progress);

    Map<String, String> labels();

    /** As a message names it. */
    String title();

    static MemberSource of(Map<String, String> labels) {
        if (labels.containsKey(Labels.FROM)) return new Image(labels.get(Labels.FROM));
        if (!labels.containsKey(Labels.SERVER)) return DEFAULT;
        return server(labels.get(Labels.SERVER));
    }

    /** @param name what {@code --server} calls it */
    static MemberSource server(String name) {
        return new Server(ServerDistribution.named(name).orElseThrow(() -> new LabException(
                "unknown server \"" + name + "\"", "", "use one of " + String.join(", ", ServerDistribution.names()))));
    }
}
