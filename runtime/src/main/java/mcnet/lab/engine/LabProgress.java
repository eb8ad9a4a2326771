package mcnet.lab.engine;

/** Hears what is going on, a line at a time, while something takes long. */
@FunctionalInterface
public interface LabProgress {

    LabProgress SILENT = line -> {};

    void say(String line);
}
