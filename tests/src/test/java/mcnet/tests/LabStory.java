package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of stories on a lab: its members are as new before the first story and gone after the last. What all stories of
 * a class begin with stands in a {@code @BeforeAll} of its own; classes nested in it share its lab.
 */
@ExtendWith(LabExtension.class)
abstract class LabStory {
    static final List<String> MEMBERS = List.of("micro1", "micro2", "micro3");

    /** The lab of the class that runs: classes run one after another. */
    static LabCluster lab;
    /** Where commands run: it holds the cluster block, and what a story writes. */
    static Path folder;

    /** @param said of a command that must work */
    static void works(Mcnet.Result said) {
        assertEquals(0, said.status(), said::toString);
    }
}
