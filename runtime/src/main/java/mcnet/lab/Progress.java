package mcnet.lab;

/** Hears what is going on, a line at a time, while something takes long. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = line -> {};

    void say(String line);
}
