package mcnet.lab.engine;

import java.util.Scanner;

/** Whether a change to the machine itself is agreed to. */
@FunctionalInterface
public interface Consent {

    Consent YES = question -> true;
    Consent NO = question -> false;

    boolean given(String question);

    /** Asks the person at the terminal; without one, the answer is no. */
    static Consent ask(LabProgress terminal) {
        return question -> {
            if (System.console() == null || !System.console().isTerminal())
                return false;
            terminal.say(question + " [y/N]");
            Scanner answers = new Scanner(System.in);
            return answers.hasNextLine() && answers.nextLine().strip().toLowerCase().startsWith("y");
        };
    }
}
