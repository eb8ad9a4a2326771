package mcnet.lab;

/** Waiting between two looks at something that takes its time. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", "", "run it again");
        }
    }
}
