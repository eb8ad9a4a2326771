package mcnet.lab.engine;

/** Waiting between two looks at something that takes its time. */
public final class Pause {

    private Pause() {}

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", "", "run it again");
        }
    }
}
