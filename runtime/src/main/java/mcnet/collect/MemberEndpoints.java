package mcnet.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.model.Setting;
import mcnet.model.SshSettings;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Timeouts;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.config.JumpHost;
import mcnet.ssh.config.SshConfig;
import mcnet.ssh.config.SshNames;
import mcnet.ssh.config.SshProgram;
import mcnet.ssh.config.SshSpelling;
import mcnet.ssh.config.TimeoutOptions;
import mcnet.ssh.config.UnusedOptions;
import mcnet.ssh.config.UserConfig;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.ssh.hostkeys.KnownHosts;

/**
 * Where the members of a cluster are reached: what the file says, else what the user's ssh does by itself.
 *
 * @see SshNames what a file may not say
 * @see UserConfig whose configuration is read
 */
public final class MemberEndpoints {
    private static final List<String> DEFAULT_KEYS = List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");
    /** Nobody has that many machines on the way; a host that is its own jump host has. */
    private static final int MOST_HOPS = 8;

    private final SshProgram program = new SshProgram();
    private final UnusedOptions unused = new UnusedOptions(program);
    private final TimeoutOptions limits;
    private final UserConfig own;

    private MemberEndpoints(TimeoutOptions limits, UserConfig own) {
        this.limits = limits;
        this.own = own;
    }

    /**
     * Where they are, and which options of ssh have no effect on the way to them.
     *
     * @param unused what to tell the user once
     */
    public record Resolution(List<Endpoint> endpoints, List<Diagnostic> unused) {}

    /** @throws UnreachableException if ssh cannot read its configuration, or a file names one that is not the user's */
    public static Resolution of(ClusterConnection cluster, TimeoutOptions limits, UserConfig own)
            throws UnreachableException {
        MemberEndpoints endpoints = new MemberEndpoints(limits, own);
        List<Endpoint> all = endpoints.all(cluster.members());
        return new Resolution(all, endpoints.unused.told());
    }

    private List<Endpoint> all(List<Member> members) throws UnreachableException {
        List<Endpoint> endpoints = new ArrayList<>();
        List<RemoteException> failures = new ArrayList<>();
        List<Member> sound = new ArrayList<>();
        for (Member member : members) {
            try {
                refuse(member);
                program.begin(query(member));
                sound.add(member);
            } catch (RemoteException e) {
                failures.add(e);
            }
        }
        unused.begin();
        for (Member member : sound) {
            try {
                endpoints.add(endpoint(member.name(), query(member), member.ssh(), 0));
            } catch (RemoteException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw new UnreachableException(failures);
        return endpoints;
    }

    private SshProgram.Query query(Member member) {
        SshSettings ssh = member.ssh();
        return new SshProgram.Query(member.host(), ssh.user(), ssh.port(), ssh.jump(), own.file());
    }

    /** Before anything is asked of ssh: what a file says may end in a command of the user's own configuration. */
    private void refuse(Member member) throws RemoteException {
        Optional<String> foreign = member.ssh().config().map(s -> s.value().text()).filter(f -> !own.is(f));
        if (foreign.isPresent())
            throw failure(Kind.FOREIGN_CONFIG, member.name(), member.host(), new IOException(foreign.get()));
        refuse(member.name(), member.host(), member.ssh().user());
    }

    private static void refuse(String name, String host, Optional<String> user) throws RemoteException {
        Optional<String> why = SshNames.refused(host, user);
        if (why.isPresent()) throw failure(Kind.BAD_CONFIG, name, host, new IOException(why.get()));
    }

    /** @param own the file's own words; of machines on the way they say only which keys there are beside ssh's own */
    private Endpoint endpoint(String name, SshProgram.Query query, SshSettings own, int depth) throws RemoteException {
        SshConfig config;
        try {
            config = program.get(query);
        } catch (IOException e) {
            throw failure(Kind.BAD_CONFIG, name, query.host(), e, command(query));
        }
        unused.add(name, config);
        if (!config.logsInWithKeys())
            throw failure(Kind.BAD_CONFIG, name, query.host(),
                    new IOException("ssh's PubkeyAuthentication is no for it, and mcnet logs in only with keys"));
        String host = config.host().orElse(query.host());
        int port = query.port().or(config::port).orElse(22);
        String user = query.user().or(config::user).orElse(System.getProperty("user.name"));
        Map<String, String> tokens = Map.of("%", "%", "h", host, "n", query.host(), "p", String.valueOf(port), "r",
                user, "u", System.getProperty("user.name"), "d", SshSpelling.home().toString());
        Optional<String> jump = query.jump().or(config::jump).filter(j -> !j.equals("none"));
        boolean onTheWay = depth > 0;
        return new Endpoint(name, host, port, login(user, config, own, onTheWay, tokens),
                trust(host, port, config, own, onTheWay, tokens),
                via(name, query, jump, own, depth),
                config.proxyCommand().filter(_ -> jump.isEmpty()).map(c -> SshSpelling.expand(c, tokens)),
                own.sudo(), limits.timeouts(config), config);
    }

    /** The last machine on the way; those before it are its own way. */
    private Optional<Endpoint> via(String name, SshProgram.Query query, Optional<String> jump, SshSettings own,
            int depth)
            throws RemoteException {
        if (jump.isEmpty()) return Optional.empty();
        int comma = jump.get().lastIndexOf(',');
        String last = jump.get().substring(comma + 1).strip();
        Optional<JumpHost> hop = JumpHost.parse(last);
        if (hop.isEmpty() || depth == MOST_HOPS) {
            throw failure(Kind.BAD_CONFIG, name, query.host(), new IOException(hop.isEmpty()
                    ? "\"" + last + "\" is not a jump host; write it as USER@HOST:PORT"
                    : "the connection would go through itself: ProxyJump " + jump.get()));
        }
        refuse(name, hop.get().host(), hop.get().user());
        Optional<String> before = comma < 0 ? Optional.empty() : Optional.of(jump.get().substring(0, comma));
        return Optional.of(endpoint(hop.get().host(), new SshProgram.Query(hop.get().host(), hop.get().user(),
                hop.get().port(), before, query.config()), own, depth + 1));
    }

    private static Credentials login(String user, SshConfig config, SshSettings own, boolean onTheWay,
            Map<String, String> tokens) {
        boolean chosen = own.identity().isPresent() && !onTheWay;
        List<String> others = config.identities().isEmpty() ? DEFAULT_KEYS : config.identities();
        return new Credentials(user, paths(own.identity(), chosen ? List.of() : others, tokens), chosen,
                chosen || config.identitiesOnly(),
                config.agent(System.getenv()).map(s -> SshSpelling.path(s, tokens)));
    }

    private static HostIdentity trust(String host, int port, SshConfig config, SshSettings own, boolean onTheWay,
            Map<String, String> tokens) {
        Optional<Setting> chosen = own.knownHosts().filter(_ -> !onTheWay);
        List<Path> user = paths(Optional.empty(), config.userKnownHosts(), tokens);
        List<Path> global = paths(Optional.empty(), config.globalKnownHosts(), tokens);
        List<Path> first = chosen.map(s -> List.of(SshSpelling.path(s.value().text(), tokens))).orElse(user);
        Optional<String> portless = port == 22 || config.knownAs().isPresent()
                ? Optional.empty()
                : Optional.of(HostIdentity.name(host, 22));
        return new HostIdentity(config.knownAs().orElse(HostIdentity.name(host, port)), portless,
                Stream.concat(first.stream(), global.stream()).toList(), chosen.isPresent() ? user : List.of(),
                paths(Optional.empty(), config.revokedHostKeys(), tokens), own.hostKey().filter(_ -> !onTheWay),
                first.isEmpty()
                        ? Optional.of("ssh's UserKnownHostsFile is none")
                        : chosen.flatMap(s -> KnownHosts.refusal(first.getFirst(), Path.of(s.span().source().name()))));
    }

    private static List<Path> paths(Optional<String> first, List<String> others, Map<String, String> tokens) {
        return Stream.concat(first.stream(), others.stream()).map(p -> SshSpelling.path(p, tokens)).toList();
    }

    private static String command(SshProgram.Query query) {
        return query.command().stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static RemoteException failure(Kind kind, String name, String host, IOException e) {
        return failure(kind, name, host, e, "");
    }

    /** @param command that fails as well */
    private static RemoteException failure(Kind kind, String name, String host, IOException e, String command) {
        Credentials nobody = new Credentials("", List.of(), false, false, Optional.empty());
        Endpoint endpoint = new Endpoint(name, host, 22, nobody, new HostIdentity(host, List.of(), Optional.empty()),
                Optional.empty(), Optional.empty(), false, Timeouts.DEFAULT);
        return new RemoteException(kind, endpoint, e.getMessage(), command, e);
    }
}
