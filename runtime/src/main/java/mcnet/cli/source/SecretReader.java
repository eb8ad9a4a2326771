package mcnet.cli.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.cli.Console;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.file.InputFile;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.observe.SecretStore;
import mcnet.system.UserLocale;

/** Reads the secrets that a program names from where they are kept. */
public final class SecretReader {
    private final SequencedMap<String, String> values = new LinkedHashMap<>();
    private final List<Diagnostic> missing = new ArrayList<>();

    private SecretReader() {}

    /** @return nothing where one is not to be had; the console is told which */
    public static Optional<SecretStore> open(Program program, Console console) {
        SecretReader reader = new SecretReader();
        settings(program).map(Setting::value)
                .filter(Value.Secret.class::isInstance).map(Value.Secret.class::cast).forEach(reader::read);
        program.all(KindName.UPLINK).flatMap(u -> u.nested(KindName.NEIGHBOR))
                .flatMap(n -> n.setting("password").stream())
                .forEach(reader::whole);
        return console.report(reader.missing) ? Optional.empty() : Optional.of(new SecretStore(reader.values));
    }

    /** All that is said, for single members too. */
    public static Stream<Setting> settings(Program program) {
        Stream.Builder<Setting> said = Stream.builder();
        program.each(d -> d.said().forEach(said));
        return said.build();
    }

    private void read(Value.Secret secret) {
        if (values.containsKey(secret.text())) return;
        String place = secret.place();
        String name = place.substring(place.indexOf(':') + 1);
        if (place.startsWith("env:")) variable(secret, name);
        else
            file(secret, name);
    }

    private void variable(Value.Secret secret, String name) {
        String value = System.getenv(name);
        if (value == null) refuse(secret, "the variable " + name + " is not set", "export " + name + "=…");
        else if (!UserLocale.isWhole(value))
            refuse(secret, "the value of the variable " + name + " is not UTF-8, and would arrive damaged at"
                    + " the server",
                    "set it from a terminal or file in UTF-8");
        else
            keep(secret, value, "the variable " + name);
    }

    private void file(Value.Secret secret, String name) {
        String why;
        try {
            Path path = name.startsWith("~/")
                    ? Path.of(System.getProperty("user.home")).resolve(name.substring(2))
                    : Path.of(name);
            keep(secret, text(path).stripTrailing(), path.toString());
            return;
        } catch (NoSuchFileException e) {
            why = "no such file: " + e.getMessage();
        } catch (AccessDeniedException e) {
            why = "permission denied: " + e.getMessage();
        } catch (CharacterCodingException e) {
            why = name + " contains bytes that are not text";
        } catch (FileSystemException e) {
            why = e.getFile() + ": " + e.getReason();
        } catch (IOException | InvalidPathException e) {
            why = e.getMessage();
        }
        refuse(secret, why, "create the file, or use another path");
    }

    private static String text(Path path) throws IOException {
        return StandardCharsets.UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(InputFile.readRegular(path, InputFile.TEXT))).toString();
    }

    private void keep(Value.Secret secret, String value, String place) {
        if (value.isEmpty()) refuse(secret, place + " is empty", "write the secret into it");
        else
            values.put(secret.text(), value);
    }

    /** LXD joins what it knows of a neighbor with commas, and takes it apart there ({@code bgpSetupPeers}). */
    private void whole(Setting password) {
        String name = password.value().text();
        if (values.getOrDefault(name, "").indexOf(',') >= 0)
            missing.add(Diagnostic.error("MC0011", "secret " + name + " contains a"
                    + " comma", new Label(password.span(), ""))
                    .why("LXD joins the settings of a neighbor with commas, so it would cut the password"
                            + " there")
                    .fix("choose a password without a comma"));
    }

    private void refuse(Value.Secret secret, String why, String fix) {
        missing.add(Diagnostic.error("MC0010", "cannot read secret"
                + " \"" + secret.place() + "\": " + why, new Label(secret.span(), ""))
                .why("mcnet compares the secret with the server's value, so it must be readable").fix(fix));
    }
}
