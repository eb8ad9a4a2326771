package mcnet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import mcnet.apply.Journal;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.FileException;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;

/**
 * The key with which a saved plan's digests of secrets are made and compared. It stays on the user's machine
 * ({@code $XDG_STATE_HOME/mcnet/plan-key}, made when it is first needed), or comes from {@link #VARIABLE}, which a
 * pipeline sets for plan and apply alike where they run on two machines.
 */
public final class PlanKey {
    static final String VARIABLE = "MCNET_PLAN_KEY";
    private static final int BYTES = 32;
    /** A shorter one could be guessed, and with it the secrets. */
    private static final int LEAST = 32;

    private PlanKey() {}

    /** The key that there is cannot be used. */
    public static final class UnusableKey extends Exception {
        private final transient Diagnostic reason;

        private UnusableKey(Diagnostic reason) {
            super(reason.message());
            this.reason = reason;
        }

        public Diagnostic reason() {
            return reason;
        }
    }

    /** For plans without digests. */
    public static String ofNobody() {
        return "-";
    }

    /** The user's, if there is one. */
    static Optional<String> find() throws UnusableKey {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isEmpty()) return Optional.of(strong(given, VARIABLE));
        Path file = file();
        try {
            return Optional
                    .of(strong(new String(InputFile.readRegular(file, InputFile.TEXT), StandardCharsets.UTF_8).strip(),
                            file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnusableKey(unusable(file.toString(), "it cannot be read: " + e.getMessage()));
        }
    }

    /** The user's, made anew where there is none. */
    static String findOrMake() throws UnusableKey, FileException {
        Optional<String> there = find();
        if (there.isPresent()) return there.get();
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        // Of two at once the first one counts.
        return OutputFile.ownOnce(file(), made + "\n") ? made : find().orElse(made);
    }

    private static String strong(String key, String place) throws UnusableKey {
        if (key.length() >= LEAST) return key;
        throw new UnusableKey(unusable(place, "it has " + key.length() + " characters, and at least " + LEAST
                + " are needed so that it cannot be guessed"));
    }

    private static Diagnostic unusable(String place, String why) {
        return Diagnostic.error("MC0034", "the plan key in " + place + " cannot be used").why(why)
                .fix(place.equals(VARIABLE)
                        ? "create one: " + VARIABLE + "=$(head -c 32 /dev/urandom | base64)"
                        : "remove " + place + "; the next plan --out creates a new one");
    }

    private static Path file() {
        return Journal.folder().resolveSibling("plan-key");
    }
}
