package mcnet.ssh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A machine that can be changed; only apply holds one. */
public interface Session extends ReadOnlySession {

    /**
     * Sends one request to LXD and waits until what it asks for is done, an operation in the background included.
     *
     * @param body null for none
     * @param ifMatch the ETag that the object must still have, or null
     * @throws RemoteException if the answer did not come: the request may have been carried out or not
     */
    Reply request(String method, String path, JsonNode body, String ifMatch) throws RemoteException;

    /** Runs a command and waits for its end. */
    Ran run(List<String> command) throws RemoteException;

    /**
     * LXD's answer.
     *
     * @param status of LXD; of an error its own, whatever HTTP said
     * @param http the status of HTTP: 200 also with an error where LXD began to answer before it knew the end
     * @param error LXD's words, empty where it agreed
     * @param etag the object's ETag, empty where there is none
     */
    record Reply(int status, int http, JsonNode metadata, String error, String etag) {
        public boolean ok() {
            return error.isEmpty();
        }

        /** The same, told in other words. */
        public Reply words(String other) {
            return new Reply(status, http, metadata, other, etag);
        }
    }

    /** A command's end. */
    record Ran(int exit, String out, String err) {}
}
