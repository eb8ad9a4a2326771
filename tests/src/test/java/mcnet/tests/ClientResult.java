package mcnet.tests;

import mcnet.lab.engine.CommandExit;

/**
 * What a client felt who asked a web server.
 *
 * @param said what the server answered, without blanks around it
 */
record ClientResult(How how, String said) {
    /** After so long without any sign it is silence. */
    static final int PATIENCE_SECONDS = 2;

    enum How {
        ANSWER, REFUSAL, SILENCE
    }

    static final ClientResult REFUSAL = new ClientResult(How.REFUSAL, "");
    static final ClientResult SILENCE = new ClientResult(How.SILENCE, "");

    static ClientResult answer(String said) {
        return new ClientResult(How.ANSWER, said);
    }

    /** As busybox' {@code timeout} and {@code wget} end: 143 is the signal of the former. */
    static ClientResult wget(CommandExit ended) {
        if (ended.ok())
            return answer(ended.text().strip());
        if (ended.exit() == 143)
            return SILENCE;
        if (ended.stderr().contains("Connection refused"))
            return REFUSAL;
        throw new AssertionError(ended.toString());
    }

    static ClientResult curl(CommandExit ended) {
        return switch (ended.exit()) {
            case 0 -> answer(ended.text().strip());
            case 7 -> REFUSAL;
            case 28 -> SILENCE;
            default -> throw new AssertionError(ended.toString());
        };
    }
}
