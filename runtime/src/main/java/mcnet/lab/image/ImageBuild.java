package mcnet.lab.image;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import mcnet.lab.Labels;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.OutputTail;

/** One build of an image by the engine. */
final class ImageBuild {

    private ImageBuild() {}

    /** @param context a tar archive with a {@code Dockerfile} */
    static void run(Engine engine, String tag, InputStream context, Map<String, String> arguments) {
        StringBuilder output = new StringBuilder();
        // The host's network, so that a mirror or a proxy on this very machine is reached, too.
        BuildImageCmd build = engine.client().buildImageCmd(context).withTags(Set.of(tag)).withNetworkMode("host")
                .withForcerm(true).withLabels(Map.of(Labels.IMAGE, tag));
        arguments.forEach(build::withBuildArg);
        try {
            build.exec(new BuildImageResultCallback() {
                @Override
                public void onNext(BuildResponseItem item) {
                    super.onNext(item);
                    if (item.getStream() != null)
                        output.append(item.getStream());
                }
            }).awaitImageId();
        } catch (DockerException | DockerClientException e) {
            throw new LabException("the image " + tag + " cannot be built",
                    OutputTail.of(output + "\n" + e.getMessage()),
                    "check that the machine's apt mirror works: apt-get update");
        }
    }
}
