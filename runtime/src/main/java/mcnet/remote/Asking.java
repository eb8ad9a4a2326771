package mcnet.remote;

import java.util.Collection;
import java.util.Map;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/** Several machines that can be asked, all at the same time, and not changed. */
public interface Asking extends AutoCloseable {

    /**
     * Asks every machine its questions at once; those not connected yet are connected first.
     *
     * @param questions by the machine's name
     * @throws FleetException if any of them cannot be reached; it names all of these
     */
    Map<String, Map<Question, Answer>> ask(Map<String, ? extends Collection<Question>> questions) throws FleetException;

    @Override
    void close();
}
