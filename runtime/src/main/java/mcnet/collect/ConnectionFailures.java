package mcnet.collect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;

/** What could not be reached, said so that a person can mend it. */
public final class ConnectionFailures {
    /** The name of a text that no user wrote, as the cluster of a host that was named on the command line. */
    public static final String UNWRITTEN = "";
    private static final String TRUST = "mcnet trust";

    private ConnectionFailures() {}

    /** One for each machine, also where several members are behind it. */
    public static List<Diagnostic> of(UnreachableException e, ClusterConnection cluster) {
        return of(e, cluster, TRUST);
    }

    /** @param trust the command that records the members' host keys */
    public static List<Diagnostic> of(UnreachableException e, ClusterConnection cluster, String trust) {
        return e.failures().stream().map(f -> of(f, cluster, trust)).distinct().toList();
    }

    public static Diagnostic of(RemoteException e, ClusterConnection cluster) {
        return of(e, cluster, TRUST);
    }

    private static Diagnostic of(RemoteException e, ClusterConnection cluster, String trust) {
        Endpoint to = e.endpoint();
        Optional<Member> member = cluster.member(to.name());
        String who = (member.isPresent() ? "member " : "jump host ") + to.name();
        Label[] labels = member.map(Member::span).filter(s -> !s.source().name().equals(UNWRITTEN))
                .map(s -> new Label[]{new Label(s, label(to))}).orElse(new Label[0]);
        return switch (e.kind()) {
            case UNKNOWN_HOST -> Diagnostic.error("MC0801", who + ": cannot resolve host name " + to.host(), labels)
                    .why("the name has no address in DNS or /etc/hosts")
                    .fix(member.isPresent()
                            ? "write its address: member " + to.name() + " { address = … }"
                            : "write an address instead of the jump host's name");
            case UNREACHABLE -> Diagnostic
                    .error("MC0802", who + " does not answer at " + at(to), labels)
                    .why(e.getMessage())
                    .fix("check that it is up and its SSH server listens: ssh " + command(to));
            case CLOSED_PORT -> Diagnostic
                    .error("MC0802", who + " refuses connections at " + at(to), labels)
                    .why("the machine answers, but nothing listens at that port: " + e.getMessage())
                    .fix("start its SSH server, or write the port: ssh { port = … }");
            case NO_ROUTE -> Diagnostic
                    .error("MC0802", who + " cannot be reached: no route to " + to.host(), labels)
                    .why("the network reported: " + e.getMessage())
                    .fix("check that the machine is up and that this machine has a route: ip route get " + to.host());
            case TURNED_AWAY -> Diagnostic
                    .error("MC0822", who + " closes new connections at " + at(to), labels)
                    .why(e.getMessage().isEmpty()
                            ? "it sent nothing before that; possible causes: too many logins at once"
                                    + " (MaxStartups), this address is blocked, or it is not an SSH server"
                            : "it sent: " + e.getMessage())
                    .fix("try again in a minute; if it fails again, read its log on " + to.name() + ":"
                            + " journalctl -u ssh");
            case NO_ALGORITHM -> Diagnostic
                    .error("MC0825", who + " and mcnet have no algorithm in common", labels)
                    .why(e.getMessage())
                    .fix("allow one of these algorithms in sshd_config on " + to.name() + ", or in the ssh"
                            + " configuration on this machine");
            case UNKNOWN_KEY -> Diagnostic.error("MC0803", "unknown host key of " + who, labels)
                    .why(e.getMessage())
                    .fix("compare the fingerprint with the host's own, then record it: " + trust);
            case CHANGED_KEY -> Diagnostic
                    .error("MC0804", "the host key of " + who + " has changed", labels)
                    .why(e.getMessage() + "; either the machine was reinstalled, or this is a different machine")
                    .fix("find out which; if it was reinstalled: ssh-keygen -f "
                            + ShellWords.quoted(to.trust().file())
                            + " -R " + ShellWords.quoted(to.trust().name()) + ", then record the new key: " + trust);
            case REVOKED_KEY -> Diagnostic.error("MC0820", "the host key of " + who + " is revoked", labels)
                    .why(e.getMessage() + "; somebody else may hold its private key")
                    .fix("give " + to.name() + " a new host key; a revoked key is never accepted");
            case TOO_MANY_KEYS -> Diagnostic
                    .error("MC0821", who + " ended the login of " + to.user() + ": too many keys were tried", labels)
                    .why(e.getMessage())
                    .fix("choose the key: ssh { identity = \"…\" }; or in ssh's configuration: IdentitiesOnly yes");
            case LOGIN_ENDED -> Diagnostic
                    .error("MC0823", who + " ended the login of " + to.user(), labels)
                    .why(e.getMessage())
                    .fix("on " + to.name() + ", read the SSH server's log and check that " + to.user() + " may"
                            + " log in: journalctl -u ssh; cat /etc/nologin");
            case NO_SHELL -> Diagnostic
                    .error("MC0824", who + " runs no shell for " + to.user(), labels)
                    .why("mcnet asked for sh, and " + e.getMessage().replaceFirst("\\.$", "")
                            + "; possible causes: a forced command, a login shell such as nologin, or an"
                            + " expired password")
                    .fix("make this command print ok: ssh " + command(to) + " 'sh -c \"echo ok\"'");
            case SILENT_AGENT -> Diagnostic.error("MC0829", "the ssh-agent does not answer", labels)
                    .why(e.getMessage())
                    .fix("check it: ssh-add -l; or do not use it: IdentityAgent none in ssh's configuration");
            case FOREIGN_CONFIG -> Diagnostic
                    .error("MC0826", who + ": the ssh configuration must not come from the program", labels)
                    .why("ssh runs commands that are written there (Match exec, ProxyCommand), and " + e.getMessage()
                            + " may come from somebody else")
                    .fix("if you trust it, give it on the command line:"
                            + " --ssh-config " + ShellWords.quoted(e.getMessage())
                            + ", or MCNET_SSH_CONFIG=" + ShellWords.quoted(e.getMessage()));
            case REFUSED -> Diagnostic.error("MC0805", who + " refused SSH login as " + to.user(), labels)
                    .why(to.login().identities().isEmpty()
                            ? "mcnet found no private key to offer"
                            : "it accepted no key of the ssh-agent and none of " + list(to))
                    .fix("make this command work: ssh " + command(to) + "; or choose the key: ssh { identity ="
                            + " \"…\" }");
            case BAD_IDENTITY -> Diagnostic.error("MC0806", "the private key for " + who + " cannot be used", labels)
                    .why(e.getMessage())
                    .fix("use a private key in OpenSSH's format: ssh { identity = \"~/.ssh/id_ed25519\" }");
            case NO_LXD -> Diagnostic.error("MC0807", "LXD on " + who + " does not answer", labels)
                    .why(e.getMessage())
                    .fix("check on " + to.name() + " that LXD runs and its socket exists: lxc info");
            case BROKEN -> Diagnostic.error("MC0808", "the connection to " + who + " broke", labels)
                    .why(e.getMessage())
                    .fix("try again; if it breaks again, read the SSH server's log on " + to.name());
            case TOO_LARGE -> Diagnostic.error("MC0018", "the answer of " + who + " is too large", labels)
                    .why(e.getMessage())
                    .fix("see the size of LXD's answer on " + to.name() + ": lxc query"
                            + " /1.0/networks?recursion=1 | wc -c");
            case LATE -> Diagnostic.error("MC0809", who + " did not answer in time", labels)
                    .why(e.getMessage())
                    .fix("check why LXD or Open vSwitch on " + to.name() + " is slow; to wait longer: --timeout"
                            + " SECONDS");
            case UNSURE -> Diagnostic
                    .error("MC0810", "the connection to " + who + " broke during a change", labels)
                    .why(e.getMessage() + "; it is unknown whether the change was done, so it is not sent again")
                    .fix("plan again: it shows what remains to be done");
            case END_UNKNOWN -> Diagnostic
                    .error("MC0810", who + " did not report the result of a change", labels)
                    .why(e.getMessage() + "; it is unknown whether the change was done, so it is not sent again")
                    .fix("plan again: it shows what remains to be done");
            case LOCKED_IDENTITY -> Diagnostic
                    .error("MC0811", "the private key for " + who + " is locked", labels)
                    .why(e.getMessage())
                    .fix("add it to an agent: ssh-add " + ShellWords.quoted(e.missing())
                            + "; or run this at a terminal");
            case OTHER_PIN -> Diagnostic
                    .error("MC0812", who + " has a different host key than host_key in the file", labels)
                    .why(e.getMessage())
                    .fix("compare both with the host's own: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub;"
                            + " then correct host_key");
            case NO_FORWARDING -> Diagnostic.error("MC0813", who + " does not forward connections", labels)
                    .why(e.getMessage() + ": its SSH server forbids forwarding")
                    .fix("allow it on " + to.name() + ", in sshd_config: AllowTcpForwarding yes");
            case BAD_CONFIG -> Diagnostic.error("MC0814", "cannot use the ssh configuration for " + who, labels)
                    .why(e.getMessage())
                    .fix("correct it until this command succeeds: "
                            + (e.missing().isEmpty() ? "ssh -G " + ShellWords.quoted(to.host()) : e.missing()));
            case NO_CURL -> Diagnostic.error("MC0815", "cannot reach LXD on " + who + ": no socket forwarding"
                    + " and no curl", labels)
                    .why("its SSH server forbids socket forwarding, and curl is not installed: " + e.getMessage())
                    .fix("allow it on " + to.name()
                            + ", in sshd_config: AllowStreamLocalForwarding yes; or install curl");
            case NO_RIGHT_TO_LXD -> Diagnostic
                    .error("MC0816", "user " + to.user() + " may not use LXD on " + who, labels)
                    .why(e.getMessage())
                    .fix("grant one of the two on " + to.name() + ": " + e.missing());
            case NO_RIGHT_TO_OVS -> Diagnostic
                    .error("MC0817", "user " + to.user() + " may not use Open vSwitch on " + who, labels)
                    .why("it accepts only root, and " + e.getMessage())
                    .fix("grant it on " + to.name() + ", by a line in /etc/sudoers.d/mcnet: " + e.missing());
        };
    }

    private static String at(Endpoint to) {
        return to.host() + " port " + to.port();
    }

    private static String label(Endpoint to) {
        return to.user().isEmpty() ? to.host() : to.address();
    }

    private static String command(Endpoint to) {
        String jump = to.via()
                .map(via -> "-J " + ShellWords.quoted(via.way().map(Endpoint::address).collect(Collectors.joining(",")))
                        + " ")
                .orElse("");
        return jump + (to.port() == 22 ? "" : "-p " + to.port() + " ") + ShellWords.quoted(to.user() + "@" + to.host());
    }

    private static String list(Endpoint to) {
        return to.login().identities().stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
