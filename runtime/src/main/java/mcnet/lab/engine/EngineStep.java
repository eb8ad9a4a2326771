package mcnet.lab.engine;

/** What is to be done where no engine answers. */
enum EngineStep {
    START, INSTALL, CHECK_ADDRESS, ASK_FOR_GROUP, BECOME_ROOT, INSTALL_YOURSELF;

    /**
     * @param root this user may do everything
     * @param installed there is a {@code dockerd}
     * @param apt packages come through apt
     * @param elsewhere the user says where the engine listens
     * @param refused the engine's socket is there, but not for this user
     */
    record Machine(boolean root, boolean installed, boolean apt, boolean elsewhere, boolean refused) {}

    static EngineStep of(Machine machine) {
        if (machine.refused())
            return ASK_FOR_GROUP;
        if (machine.elsewhere())
            return CHECK_ADDRESS;
        if (machine.installed())
            return machine.root() ? START : BECOME_ROOT;
        if (!machine.apt())
            return INSTALL_YOURSELF;
        return machine.root() ? INSTALL : BECOME_ROOT;
    }
}
