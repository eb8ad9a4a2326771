package mcnet.diagnostic;

/** How bad a diagnostic is: an error stops the command, a warning does not. */
public enum Severity {
    ERROR, WARNING;

    /** The word a person reads. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
