package mcnet.ssh.transport;

import java.io.IOException;
import java.io.InputStream;
import mcnet.file.InputFile;

/** How much a member may send in one turn, all answers together: enough for any cluster, too little to fill the memory. */
public final class AnswerLimit {
    /** In bytes. */
    private static final int WHOLE = 128 << 20;

    private int left;

    /** The member sent more than that. */
    public static final class Exceeded extends IOException {
        Exceeded() {
            super("it sent more than " + (WHOLE >> 20) + " MiB at once");
        }
    }

    public AnswerLimit() {
        this(WHOLE);
    }

    public AnswerLimit(int bytes) {
        left = bytes;
    }

    /** All that a stream gives. */
    byte[] drain(InputStream in) throws IOException {
        try {
            byte[] all = InputFile.drain(in, left, "answer");
            left -= all.length;
            return all;
        } catch (InputFile.TooLarge e) {
            throw new Exceeded();
        }
    }
}
