package mcnet.tests;

import java.nio.file.Path;
import java.time.Duration;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.io.TempDir;

/** A story about one member {@code micro1} that is simulated: a real SSH server, and a server's recorded answers behind it. */
abstract class SimulatedMemberStory {
    static final RecordedAnswers ANSWERS = RecordedAnswers
            .of(Mcnet.HOME.resolve("tests/plan/nothing-to-do/observed.json"), "micro1");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** @param sshd lines for its {@code sshd_config} */
    SimulatedMember member(String sshd) {
        return SimulatedMember.start("micro1", folder, ANSWERS, "", sshd);
    }
}
