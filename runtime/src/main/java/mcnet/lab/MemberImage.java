package mcnet.lab;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;

/** The image that members are made of, built once for each version of its recipe. */
final class MemberImage {

    private MemberImage() {}

    /** @return its tag */
    static String ensure(Engine engine, StateFolder state, Progress progress) {
        Recipe recipe = Recipe.load();
        String tag = recipe.tag();
        if (engine.hasImage(tag))
            return tag;
        try (FileLock lock = FileLock.take(state.imageLock(), progress, "another mcnet builds the image, waiting")) {
            if (!engine.hasImage(tag))
                build(engine, recipe, state, progress);
        }
        return tag;
    }

    private static void build(Engine engine, Recipe recipe, StateFolder state, Progress progress) {
        AptSettings apt = Apt.settings();
        String base = new BaseImage(engine, apt, progress).ensure(state);
        progress.say("building the members' image: LXD, OVN, Open vSwitch, sshd from " + apt.mirror()
                + " (about half a minute)");
        Map<String, String> arguments = new HashMap<>(apt.proxies());
        arguments.put("BASE", base);
        arguments.put("MIRROR", apt.mirror());
        Build.run(engine, recipe.tag(), new ByteArrayInputStream(recipe.tar()), arguments);
    }
}
