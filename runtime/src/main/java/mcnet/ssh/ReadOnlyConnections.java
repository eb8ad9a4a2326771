package mcnet.ssh;

import java.util.Collection;
import java.util.Map;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/** Several machines that can be asked, all at the same time, and not changed. */
public interface ReadOnlyConnections extends AutoCloseable {

    /**
     * What came back.
     *
     * @param answers by the machine's name
     * @param unreached machines that are away, each with the reason; they stay so until the connections are closed
     */
    record Replies(Map<String, Map<Question, Answer>> answers, Map<String, RemoteException> unreached) {}

    /**
     * Asks every machine its questions at once; those not connected yet are connected first.
     *
     * @param questions by the machine's name
     * @throws UnreachableException if none can be reached, or one is there and cannot be asked, as by a key that it does not
     *         take; it names all of these
     */
    Replies ask(Map<String, ? extends Collection<Question>> questions) throws UnreachableException;

    @Override
    void close();
}
