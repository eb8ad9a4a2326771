package mcnet.lab.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mcnet.file.Folders;
import mcnet.file.InputFile;
import mcnet.lab.image.Apt;
import mcnet.system.UserLocale;

/** Gets an engine to run: finds it, starts it, or installs it where that is allowed. */
public final class EngineSetup {

    private static final int START_SECONDS = 60;

    private final Consent consent;
    private final LabProgress progress;

    public EngineSetup(Consent consent, LabProgress progress) {
        this.consent = consent;
        this.progress = progress;
    }

    public Engine ensure(StateFolder state) {
        Optional<Engine> running = Engine.connect();
        if (running.isPresent())
            return running.get();
        EngineStep step = EngineStep.of(machine());
        switch (step) {
            case CHECK_ADDRESS -> throw new LabException("no Docker engine answers at " + Engine.address(),
                    "DOCKER_HOST is set to this address", "start it, or unset DOCKER_HOST");
            case ASK_FOR_GROUP -> throw new LabException("the Docker engine refuses this user",
                    Engine.address() + " belongs to root and the group docker",
                    "run this as root, or join the group: usermod -aG docker USER, then log in again");
            case BECOME_ROOT -> throw new LabException("no Docker engine runs, and only root can start one",
                    "nothing answers at " + Engine.address(), "run this as root, or start the engine yourself");
            case INSTALL_YOURSELF -> throw new LabException("no Docker engine is installed",
                    "mcnet installs one only on Debian and Ubuntu",
                    "install Docker (docker.com/get-started), then run this again");
            case INSTALL -> {
                if (!consent.given("No Docker engine is installed. Install docker.io and iptables with apt?"))
                    throw new LabException("a lab needs a Docker engine, and none is installed",
                            "the installation was not confirmed",
                            "run 'mcnet lab up --yes', or: apt-get install docker.io iptables");
                Apt.install(progress, "docker.io", "iptables");
            }
            case START -> {}
        }
        return Engine.connect().orElseGet(() -> start(state));
    }

    /** The engine, started if need be; empty where none is installed. */
    public Optional<Engine> wake(StateFolder state) {
        Optional<Engine> running = Engine.connect();
        return running.isPresent() || !machine().installed() ? running : Optional.of(ensure(state));
    }

    private static EngineStep.Machine machine() {
        String socket = Engine.address().getPath();
        boolean refused = socket != null && Files.exists(Path.of(socket)) && !Files.isWritable(Path.of(socket));
        return new EngineStep.Machine(HostShell.root(), HostShell.has("dockerd"), Apt.available(),
                Engine.addressGiven(), refused);
    }

    private Engine start(StateFolder state) {
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            progress.say("starting the Docker engine");
            HostShell.run("systemctl", "start", "docker").orThrow("systemctl start docker");
            return await(Optional.empty(), state.engineLog());
        }
        progress.say("starting the Docker engine, its log is " + state.engineLog());
        return await(Optional.of(background(state.engineLog())), state.engineLog());
    }

    /** In a session of its own, so that it outlives this program and its terminal. */
    private static Process background(Path log) {
        try {
            Folders.create(log.getParent());
            return UserLocale.restored(new ProcessBuilder("setsid", "nohup", "dockerd")).redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new LabException("cannot start the Docker engine", e.toString(), "start dockerd yourself");
        }
    }

    private static Engine await(Optional<Process> process, Path log) {
        for (int tenth = 0; tenth < START_SECONDS * 10; tenth++) {
            Optional<Engine> engine = Engine.connect();
            if (engine.isPresent())
                return engine.get();
            if (process.isPresent() && !process.get().isAlive())
                throw new LabException("the Docker engine stopped right after its start", tail(log),
                        "fix the problem in its log: " + log);
            Pause.millis(100);
        }
        throw new LabException("the Docker engine did not answer within " + START_SECONDS + " seconds", tail(log),
                "see its log, " + log);
    }

    private static String tail(Path log) {
        try {
            return Files.exists(log)
                    ? OutputTail.of(new String(InputFile.readRegular(log, InputFile.DATA), StandardCharsets.UTF_8))
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
