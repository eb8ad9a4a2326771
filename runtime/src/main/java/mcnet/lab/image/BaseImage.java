package mcnet.lab.image;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mcnet.file.Folders;
import mcnet.file.OutputFile;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.HostShell;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.StateFolder;

/** Plain Debian: pulled from a registry, or put together from packages where no registry can be reached. */
final class BaseImage {

    private static final int REGISTRY_SECONDS = 5;
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

    private final String release;
    private final Engine engine;
    private final AptSettings apt;
    private final LabProgress progress;

    /** @param release of Debian, {@code bookworm} */
    BaseImage(String release, Engine engine, AptSettings apt, LabProgress progress) {
        this.release = release;
        this.engine = engine;
        this.apt = apt;
        this.progress = progress;
    }

    private String published() {
        return "debian:" + release;
    }

    private String own() {
        return "mcnet-lab-base:" + release;
    }

    /** @return the tag of an image that is there now */
    String ensure(StateFolder state) {
        if (engine.hasImage(own()))
            return own();
        if (engine.hasImage(published()) || pull())
            return published();
        bootstrap(state.baseImage());
        return own();
    }

    /** Waits long for an image that comes, but only briefly for a registry that does not answer. */
    private boolean pull() {
        progress.say("pulling " + published());
        CountDownLatch answered = new CountDownLatch(1);
        try (PullImageResultCallback pull = new PullImageResultCallback() {
            @Override
            public void onNext(PullResponseItem item) {
                super.onNext(item);
                answered.countDown();
            }

            @Override
            public void onComplete() {
                super.onComplete();
                answered.countDown();
            }

            @Override
            public void onError(Throwable error) {
                super.onError(error);
                answered.countDown();
            }
        }) {
            engine.client().pullImageCmd(published()).exec(pull);
            if (!answered.await(REGISTRY_SECONDS, TimeUnit.SECONDS))
                return false;
            pull.awaitCompletion();
            return engine.hasImage(published());
        } catch (IOException | RuntimeException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while an image was pulled", "", "run it again");
        }
    }

    private void bootstrap(Path folder) {
        if (!HostShell.root())
            throw new LabException("no image registry can be reached, and only root can create a base image",
                    published() + " is not on this machine and cannot be pulled",
                    "run this once as root, or load the image yourself: docker load");
        if (!HostShell.has("debootstrap") && !Apt.available())
            throw new LabException("no image registry can be reached, and debootstrap is not installed",
                    published() + " is not on this machine and cannot be pulled",
                    "install debootstrap, or load the image yourself: docker load");
        if (!HostShell.has("debootstrap") || !Files.exists(Path.of(KEYRING)))
            Apt.install(progress, "debootstrap", "debian-archive-keyring");
        progress.say("no registry answers; creating a base image with debootstrap from " + apt.mirror()
                + " (about half a minute)");
        remove(folder);
        try {
            Path root = Folders.create(folder.resolve("root"));
            // In a mount namespace of its own, so that nothing stays mounted below the folder when it is cut short.
            HostShell.run(apt.proxies(), "unshare", "--mount", "debootstrap", "--variant=minbase",
                    "--keyring=" + KEYRING, release, root.toString(), apt.mirror()).orThrow("debootstrap");
            OutputFile.own(folder.resolve("Dockerfile"), "FROM scratch\nADD root.tar /\nCMD [\"/bin/sh\"]\n");
            tar(root, folder.resolve("root.tar"), ".");
            tar(folder, folder.resolve("context.tar"), "Dockerfile", "root.tar");
            progress.say("loading the base image into the engine");
            try (InputStream context = Files.newInputStream(folder.resolve("context.tar"))) {
                ImageBuild.run(engine, own(), context, Map.of());
            }
        } catch (IOException e) {
            throw new LabException("cannot create the base image", e.toString(),
                    "it needs about 1 GB below " + folder);
        } finally {
            remove(folder);
        }
    }

    private static void tar(Path from, Path to, String... names) {
        List<String> command = new ArrayList<>(
                List.of("tar", "--numeric-owner", "-C", from.toString(), "-cf", to.toString()));
        command.addAll(List.of(names));
        HostShell.run(command.toArray(String[]::new)).orThrow("tar");
    }

    private static void remove(Path folder) {
        HostShell.run("rm", "-rf", "--one-file-system", folder.toString()).orThrow("rm");
    }
}
