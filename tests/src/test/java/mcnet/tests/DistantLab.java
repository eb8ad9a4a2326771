package mcnet.tests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lab as someone far away reaches it: each member behind a {@link SlowConnection} of its own. */
final class DistantLab implements AutoCloseable {
    private static final Pattern MEMBER = Pattern.compile("member \\S+ \\{ address = ([0-9.]+)");
    private static final Pattern KNOWN_HOSTS = Pattern.compile("known_hosts = \"(.*)\"");

    private final List<SlowConnection> ways = new ArrayList<>();
    private final Path folder;

    /**
     * @param near the folder of a program that reaches the members directly
     * @param folder for the same program from far away
     */
    DistantLab(Path near, Path folder, Duration roundTrip) throws IOException {
        this.folder = folder;
        Files.copy(near.resolve("shop.mcnet"), folder.resolve("shop.mcnet"));
        String cluster = Files.readString(near.resolve("cluster.mcnet"));
        Matcher known = KNOWN_HOSTS.matcher(cluster);
        if (!known.find()) throw new IllegalStateException("no known_hosts in " + cluster);
        String hosts = Files.readString(Path.of(known.group(1)));
        StringBuilder keys = new StringBuilder();
        Matcher member = MEMBER.matcher(cluster);
        StringBuilder far = new StringBuilder();
        while (member.find()) {
            String through = "127.0.0." + (ways.size() + 1);
            SlowConnection way = new SlowConnection(through, new InetSocketAddress(member.group(1), 22), roundTrip);
            ways.add(way);
            hosts.lines().filter(l -> l.startsWith(member.group(1) + " ")).forEach(l -> keys.append(
                    "[%s]:%d%s\n".formatted(through, way.port(), l.substring(member.group(1).length()))));
            member.appendReplacement(far, Matcher.quoteReplacement(member.group()
                    .replace("{ address = " + member.group(1), "{ ssh { port = " + way.port() + " }  address = "
                            + through)));
        }
        member.appendTail(far);
        Path farKeys = folder.resolve("known_hosts");
        Files.writeString(farKeys, keys);
        Files.writeString(folder.resolve("cluster.mcnet"), far.toString().replace(known.group(1), farKeys.toString()));
    }

    Mcnet.Result mcnet(String... arguments) {
        return new Mcnet(folder).run(arguments);
    }

    /** The most round trips that a member has cost until now. */
    int trips() {
        return ways.stream().mapToInt(SlowConnection::trips).max().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        for (SlowConnection way : ways) way.close();
    }
}
