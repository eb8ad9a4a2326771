package mcnet.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EngineStepTest {

    @Test
    void anInstalledEngineIsStartedByRoot() {
        assertEquals(EngineStep.START, step(true, true, false, false));
        assertEquals(EngineStep.BECOME_ROOT, step(false, true, true, false));
    }

    @Test
    void aMissingEngineIsInstalledByRootWhereThereIsApt() {
        assertEquals(EngineStep.INSTALL, step(true, false, true, false));
        assertEquals(EngineStep.BECOME_ROOT, step(false, false, true, false));
        assertEquals(EngineStep.INSTALL_YOURSELF, step(true, false, false, false));
    }

    @Test
    void anEngineOfOthersIsNotStartedAgain() {
        assertEquals(EngineStep.ASK_FOR_GROUP, step(false, true, true, true));
    }

    @Test
    void anEngineElsewhereIsNotReplacedByOneHere() {
        assertEquals(EngineStep.CHECK_ADDRESS, EngineStep.of(new EngineStep.Machine(true, true, true, true, false)));
    }

    private static EngineStep step(boolean root, boolean installed, boolean apt, boolean refused) {
        return EngineStep.of(new EngineStep.Machine(root, installed, apt, false, refused));
    }
}
