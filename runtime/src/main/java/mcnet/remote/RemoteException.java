package mcnet.remote;

import java.io.IOException;

/** A machine could not be reached, or did not answer as it should. */
public final class RemoteException extends IOException {

    /** What went wrong, coarse enough that each has one remedy. */
    public enum Kind {
        /** No such host name. */
        UNKNOWN_HOST,
        /** Nothing answers there, or not in time. */
        UNREACHABLE,
        /** The host's key is not in known_hosts. */
        UNKNOWN_KEY,
        /** The host shows another key than known_hosts has. */
        CHANGED_KEY,
        /** The server takes none of our keys. */
        REFUSED,
        /** A private key cannot be read. */
        BAD_IDENTITY,
        /** LXD's socket cannot be opened. */
        NO_LXD,
        /** The connection broke, or an answer did not come. */
        BROKEN
    }

    private final Kind kind;
    private final transient Endpoint endpoint;

    public RemoteException(Kind kind, Endpoint endpoint, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.endpoint = endpoint;
    }

    public Kind kind() {
        return kind;
    }

    public Endpoint endpoint() {
        return endpoint;
    }
}
