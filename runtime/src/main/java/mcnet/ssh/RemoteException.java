package mcnet.ssh;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A machine could not be reached, or did not answer as it should. */
public final class RemoteException extends IOException {

    /** What went wrong, coarse enough that each has one remedy. */
    public enum Kind {
        /** No such host name. */
        UNKNOWN_HOST,
        /** Nothing answers there in time. */
        UNREACHABLE,
        /** The machine is there, and nothing listens at the port. */
        CLOSED_PORT,
        /** No way leads to the machine, or it is down. */
        NO_ROUTE,
        /** The server closes the connection before it says what it is, as one with too many logins does. */
        TURNED_AWAY,
        /** Both sides have no algorithm in common. */
        NO_ALGORITHM,
        /** The host's key is not in known_hosts. */
        UNKNOWN_KEY,
        /** The host shows another key than known_hosts has. */
        CHANGED_KEY,
        /** The host shows another key than the file pins. */
        OTHER_PIN,
        /** The host's key, or the authority that signed it, is revoked. */
        REVOKED_KEY,
        /** The server takes none of our keys. */
        REFUSED,
        /** The server gave up before the right key was offered. */
        TOO_MANY_KEYS,
        /** The server ended the connection during the login. */
        LOGIN_ENDED,
        /** Another program answers than the shell that was asked for. */
        NO_SHELL,
        /** The ssh-agent does not answer. */
        SILENT_AGENT,
        /** A private key cannot be read. */
        BAD_IDENTITY,
        /** A private key needs a passphrase, and there is nobody to ask. */
        LOCKED_IDENTITY,
        /** The machine on the way lets no connection through. */
        NO_FORWARDING,
        /** The user's ssh configuration cannot be read. */
        BAD_CONFIG,
        /** The program names a configuration of ssh that the user did not name. */
        FOREIGN_CONFIG,
        /** LXD does not listen. */
        NO_LXD,
        /** The SSH server opens no Unix sockets, and there is no curl. */
        NO_CURL,
        /** The user may not use LXD's socket. */
        NO_RIGHT_TO_LXD,
        /** The user may not use Open vSwitch. */
        NO_RIGHT_TO_OVS,
        /** The connection broke. */
        BROKEN,
        /** More came than anybody could want to know. */
        TOO_LARGE,
        /** No answer came in time. */
        LATE,
        /** The connection broke or no answer came while something was changed, which may be done or not. */
        UNSURE,
        /** The server made a change in the background and does not tell any more how that ended. */
        END_UNKNOWN;

        private static final Set<Kind> ABSENCES = EnumSet.of(UNREACHABLE, CLOSED_PORT, NO_ROUTE, TURNED_AWAY,
                LOGIN_ENDED, NO_LXD, BROKEN, LATE);

        /**
         * Whether the machine, or LXD on it, is down or too busy, so that the others can be asked without it. All else is a
         * fault of the way there, of a key or of a right, which somebody has to mend first.
         */
        public boolean isAbsence() {
            return ABSENCES.contains(this);
        }
    }

    /** What SSHJ and Linux call the end of a connection; which of them comes hangs on what was under way. */
    private static final List<String> ENDS = List.of("Broken transport", "Connection reset", "Broken pipe");

    private final Kind kind;
    private final transient Endpoint endpoint;
    private final String missing;

    public RemoteException(Kind kind, Endpoint endpoint, String message, Throwable cause) {
        this(kind, endpoint, message, "", cause);
    }

    /** @param missing what somebody has to grant, as the machine itself spells it */
    public RemoteException(Kind kind, Endpoint endpoint, String message, String missing, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.endpoint = endpoint;
        this.missing = missing;
    }

    public static RemoteException of(Kind kind, Endpoint endpoint, Throwable cause) {
        return new RemoteException(kind, endpoint, words(cause), cause);
    }

    private static String words(Throwable cause) {
        if (cause.getMessage() == null) return cause.toString();
        boolean ended = ENDS.stream().anyMatch(cause.getMessage()::startsWith);
        return ended ? "the server closed the connection" : cause.getMessage();
    }

    public Kind kind() {
        return kind;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public String missing() {
        return missing;
    }
}
