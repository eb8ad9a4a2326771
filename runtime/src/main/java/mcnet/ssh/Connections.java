package mcnet.ssh;

/** The members of a cluster that can be changed. */
public interface Connections extends ReadOnlyConnections {

    /** The connection to a member, through which it can be changed. */
    Session member(String name) throws RemoteException;

    /** The same connection once more: for calls beside one that takes its time. */
    Session beside(String name) throws RemoteException;

    /** How long one waits for this member. */
    Timeouts timeouts(String name);
}
