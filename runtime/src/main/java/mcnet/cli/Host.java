package mcnet.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.gather.Failures;
import mcnet.lang.Plain;
import org.apache.commons.cli.ParseException;

/**
 * A member that is named on the command line before there is any file: {@code root@micro1}.
 *
 * @param user empty where ssh's configuration says it
 */
record Host(String user, String address) {

    /**
     * @param arguments a host, or files that say where a cluster is
     * @return empty for files
     * @throws ParseException if they are several and not all of them files
     */
    static Optional<Host> of(List<String> arguments) throws ParseException {
        if (arguments.stream().allMatch(Host::isFile)) return Optional.empty();
        if (arguments.size() > 1) throw new ParseException("it takes one host, or files");
        String host = arguments.getFirst();
        int at = host.lastIndexOf('@');
        return Optional.of(new Host(at < 0 ? "" : host.substring(0, at), host.substring(at + 1)));
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument)) || argument.endsWith(".mcnet");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A program with this host as its one member, called as the user calls it. */
    Source program() {
        String ssh = user.isEmpty() ? "" : "ssh { user = " + Plain.quoted(user) + " } ";
        return new Source(Failures.UNWRITTEN, "cluster cloud { " + ssh + "member " + Plain.quoted(address)
                + " { address = " + Plain.quoted(address) + " } }");
    }

    /** The command that records the host keys of it and of its cluster. */
    String trust() {
        return "mcnet trust " + ShellWords.quoted(toString());
    }

    /** As it is given on the command line. */
    @Override
    public String toString() {
        return (user.isEmpty() ? "" : user + "@") + address;
    }
}
