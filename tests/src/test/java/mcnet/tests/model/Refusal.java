package mcnet.tests.model;

/** LXD does not do what it was asked to. */
final class Refusal extends RuntimeException {
    private final int status;
    private final transient ServerState left;

    private Refusal(int status, String message, ServerState left) {
        super(message, null, false, false);
        this.status = status;
        this.left = left;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, message, null);
    }

    static Refusal notFound(String what) {
        return of(404, what + " not found");
    }

    static Refusal bad(String message) {
        return of(400, message);
    }

    /** An error of no status of its own ({@code lxd/response/smart.go SmartError}). */
    static Refusal failed(String message) {
        return of(500, message);
    }

    /** The same where something was half done. */
    Refusal leaving(ServerState half) {
        return new Refusal(status, getMessage(), half);
    }

    int status() {
        return status;
    }

    /** What the database holds then. */
    ServerState left(ServerState before) {
        return left == null ? before : left;
    }
}
