package mcnet.lab.engine;

import mcnet.diagnostic.ControlCharacters;

/** Something that keeps a lab from doing what was asked, said so that a person can mend it: what, why, what to do. */
public final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;
    private final String fix;

    /**
     * @param what one sentence: what is wrong
     * @param why the reason, or what the engine or a member said; may be empty
     * @param fix what to do about it; may be empty
     */
    public LabException(String what, String why, String fix) {
        super(what);
        this.why = why.strip();
        this.fix = fix;
    }

    public String why() {
        return why;
    }

    public String fix() {
        return fix;
    }

    /** All of it, as it is shown on a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder("error: ").append(ControlCharacters.escapedLines(getMessage()));
        if (!why.isEmpty())
            text.append("\n  why: ").append(ControlCharacters.escapedLines(why).replace("\n", "\n       "));
        if (!fix.isEmpty())
            text.append("\n  fix: ").append(fix);
        return text.toString();
    }
}
