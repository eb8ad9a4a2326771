package mcnet.tests.model;

import mcnet.ssh.RemoteException;

/** Who calls, as far as its calls may be held up or come to an end. Called from several threads. */
public interface Caller {

    /** One whose calls all arrive, and whose answers all come back. */
    Caller UNDISTURBED = new Caller() {
    };

    /** Before a call is sent. */
    default void sends(String call) throws RemoteException {}

    /** While the server carries a call out that takes it several looks at its database. */
    default void waits() {}

    /**
     * Whether a call that arrives is left half done.
     *
     * @param call which is a creation of a network
     */
    default boolean halves(String call) {
        return false;
    }

    /** After a call was carried out, before its answer arrives. */
    default void hears(String call) throws RemoteException {}
}
