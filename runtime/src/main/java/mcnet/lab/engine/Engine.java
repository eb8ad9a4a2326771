package mcnet.lab.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The Docker engine of this machine. The client comes with Testcontainers; nothing else of it is used, so it starts no
 * containers of its own.
 */
public final class Engine implements AutoCloseable {

    private final DockerClient client;

    private Engine(DockerClient client) {
        this.client = client;
    }

    /** Where the engine listens: {@code DOCKER_HOST}, or the usual socket. */
    static URI address() {
        return URI.create(addressGiven() ? System.getenv("DOCKER_HOST") : "unix:///var/run/docker.sock");
    }

    static boolean addressGiven() {
        return !System.getenv().getOrDefault("DOCKER_HOST", "").isEmpty();
    }

    /** The engine, if one answers. */
    static Optional<Engine> connect() {
        DockerClient client = DockerClientProviderStrategy
                .getClientForConfig(TransportConfig.builder().dockerHost(address()).build());
        try {
            client.pingCmd().exec();
            return Optional.of(new Engine(client));
        } catch (RuntimeException e) {
            new Engine(client).close();
            return Optional.empty();
        }
    }

    /** @throws LabException if none answers */
    public static Engine require() {
        return connect().orElseThrow(() -> new LabException("no Docker engine answers at " + address(), "",
                "'mcnet lab up' starts one; users other than root must be in the group docker"));
    }

    public DockerClient client() {
        return client;
    }

    /** All containers with a label, running or not. */
    public List<Container> containers(String label) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec();
    }

    public List<Network> networks(String label) {
        return client.listNetworksCmd().withFilter("label", List.of(label)).exec();
    }

    public boolean hasImage(String tag) {
        try {
            client.inspectImageCmd(tag).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Runs a command in a container and waits for its end. */
    public CommandExit exec(String container, List<String> command) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        int exit = exec(container, command, stdout, stderr);
        return new CommandExit(exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    /** The same, passing on what it prints as it comes. */
    public int exec(String container, List<String> command, OutputStream stdout, OutputStream stderr) {
        String id = client.execCreateCmd(container).withAttachStdout(true).withAttachStderr(true)
                .withCmd(command.toArray(String[]::new)).exec().getId();
        ResultCallback.Adapter<Frame> output = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                try {
                    (frame.getStreamType() == StreamType.STDERR ? stderr : stdout).write(frame.getPayload());
                } catch (IOException e) {
                    onError(e);
                }
            }
        };
        try {
            client.execStartCmd(id).exec(output).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while " + command.getFirst() + " ran", "", "run it again");
        }
        Long exit = client.inspectExecCmd(id).exec().getExitCodeLong();
        return exit == null ? 1 : exit.intValue();
    }

    public static boolean running(Container container) {
        return "running".equals(container.getState());
    }

    public static String label(Map<String, String> labels, String key) {
        return labels.getOrDefault(key, "");
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new LabException("the engine's connection did not close", e.toString(), "");
        }
    }
}
