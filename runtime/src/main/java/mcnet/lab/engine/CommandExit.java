package mcnet.lab.engine;

/** How a command ended. */
public record CommandExit(int exit, String stdout, String stderr) {

    public boolean ok() {
        return exit == 0;
    }

    /** The standard output without the newline at its end. */
    public String text() {
        return stdout.stripTrailing();
    }

    /**
     * @param what what the command was to do, for the error
     * @throws LabException if it failed
     */
    public CommandExit orThrow(String what) {
        if (!ok())
            throw new LabException(what + " failed with exit code " + exit, stderr.isBlank() ? stdout : stderr, "");
        return this;
    }
}
