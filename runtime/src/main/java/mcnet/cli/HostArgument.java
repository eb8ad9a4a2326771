package mcnet.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.language.print.ItemText;
import org.apache.commons.cli.ParseException;

/**
 * A member that is named on the command line before there is any file: {@code root@micro1}.
 *
 * @param user empty where ssh's configuration says it
 */
public record HostArgument(String user, String address) {

    /**
     * @param arguments a host, or files that say where a cluster is
     * @return empty for files
     * @throws ParseException if they are several and not all of them files
     */
    public static Optional<HostArgument> of(List<String> arguments) throws ParseException {
        if (arguments.stream().allMatch(HostArgument::isFile)) return Optional.empty();
        if (arguments.size() > 1) throw new ParseException("expected one host, or files");
        String host = arguments.getFirst();
        int at = host.lastIndexOf('@');
        return Optional.of(new HostArgument(at < 0 ? "" : host.substring(0, at), host.substring(at + 1)));
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument)) || argument.endsWith(".mcnet");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A program with this host as its one member, called as the user calls it. */
    public Source program() {
        String ssh = user.isEmpty() ? "" : "ssh { user = " + ItemText.quoted(user) + " } ";
        return new Source(ConnectionFailures.UNWRITTEN, "cluster cloud { " + ssh + "member " + ItemText.quoted(address)
                + " { address = " + ItemText.quoted(address) + " } }");
    }

    /** The command that records the host keys of it and of its cluster. */
    public String trust() {
        return "mcnet trust " + ShellWords.quoted(toString());
    }

    /** As it is given on the command line. */
    @Override
    public String toString() {
        return (user.isEmpty() ? "" : user + "@") + address;
    }
}
