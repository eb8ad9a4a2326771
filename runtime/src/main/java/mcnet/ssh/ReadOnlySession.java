package mcnet.ssh;

import java.util.Collection;
import java.util.Map;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/** A machine that can be asked and cannot be changed: all that check, plan and verify ever hold. */
public interface ReadOnlySession extends AutoCloseable {

    /**
     * Puts all questions at once and waits for all answers: one turn. A question that the machine cannot answer has an
     * answer that says so.
     *
     * @throws RemoteException if the connection does not hold
     */
    Map<Question, Answer> ask(Collection<Question> questions) throws RemoteException;

    @Override
    void close();
}
