package mcnet.lab.image;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.FileLock;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.StateFolder;

/** The image that members are made of, built once for each server and each version of its recipe. */
public final class MemberImage {

    private MemberImage() {}

    /** @return its tag */
    public static String ensure(ServerDistribution server, Engine engine, StateFolder state, LabProgress progress) {
        ImageRecipe recipe = ImageRecipe.of(server);
        String tag = recipe.tag();
        if (engine.hasImage(tag))
            return tag;
        try (FileLock lock = FileLock.take(state.imageLock(), progress, "another mcnet builds the image, waiting")) {
            if (!engine.hasImage(tag))
                build(server, engine, recipe, state, progress);
        }
        return tag;
    }

    private static void build(ServerDistribution server, Engine engine, ImageRecipe recipe, StateFolder state,
            LabProgress progress) {
        AptSettings apt = Apt.settings();
        String base = new BaseImage(server.release(), engine, apt, progress).ensure(state);
        progress.say("building the members' image: " + server.title() + ", OVN, Open vSwitch, sshd from " + apt.mirror()
                + " (about half a minute)");
        Map<String, String> arguments = new HashMap<>(apt.proxies());
        arguments.putAll(recipe.arguments());
        arguments.put("BASE", base);
        arguments.put("MIRROR", apt.mirror());
        ImageBuild.run(engine, recipe.tag(), new ByteArrayInputStream(recipe.tar()), arguments);
    }
}
