package mcnet.ssh.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.ssh.transport.Algorithms;

/**
 * What ssh makes of its configuration for one host, as {@code ssh -G} prints it: a word and its value on each line, some
 * words several times.
 */
public record SshConfig(Map<String, List<String>> words) {
    /** Nothing is configured. */
    public static final SshConfig NONE = new SshConfig(Map.of());
    /** The words that have the effect here that they have in ssh. */
    static final Set<String> USED = Set.of("host", "hostname", "port", "user", "identityfile", "identitiesonly",
            "identityagent", "userknownhostsfile", "globalknownhostsfile", "hostkeyalias", "revokedhostkeys",
            "proxyjump", "proxycommand", "connecttimeout", "serveraliveinterval", "serveralivecountmax",
            "pubkeyauthentication", "kexalgorithms", "hostkeyalgorithms", "ciphers", "macs",
            "pubkeyacceptedalgorithms", "casignaturealgorithms", "requiredrsasize", "bindaddress");
    private static final Pattern FILE = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static SshConfig parse(String printed) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        printed.lines().forEach(line -> {
            String[] word = line.split(" ", 2);
            if (word.length == 2) words.computeIfAbsent(word[0], w -> new ArrayList<>()).add(word[1]);
        });
        return new SshConfig(words);
    }

    public Optional<String> host() {
        return first("hostname");
    }

    public Optional<Integer> port() {
        return first("port").map(Integer::valueOf);
    }

    public Optional<String> user() {
        return first("user");
    }

    public List<String> identities() {
        return words.getOrDefault("identityfile", List.of()).stream().filter(i -> !i.equals("none")).toList();
    }

    public boolean identitiesOnly() {
        return first("identitiesonly").equals(Optional.of("yes"));
    }

    /** The agent's socket; a variable's name there stands for its value. */
    public Optional<String> agent(Map<String, String> environment) {
        String socket = words.getOrDefault("identityagent", List.of("SSH_AUTH_SOCK")).getFirst();
        if (socket.equals("none")) return Optional.empty();
        boolean variable = socket.equals("SSH_AUTH_SOCK") || socket.startsWith("$");
        String path = variable ? environment.getOrDefault(socket.replaceAll("[${}]", ""), "") : socket;
        return Optional.of(path).filter(p -> !p.isEmpty());
    }

    /** The user's own, where new keys are recorded; nothing for {@code none}. */
    public List<String> userKnownHosts() {
        return files("userknownhostsfile", List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2"));
    }

    /** Those of the machine. */
    public List<String> globalKnownHosts() {
        return files("globalknownhostsfile", List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2"));
    }

    /** Files of keys that are never taken. */
    public List<String> revokedHostKeys() {
        return files("revokedhostkeys", List.of());
    }

    /** @param unsaid what ssh takes by default (ssh_config(5)), where there is no ssh to ask */
    private List<String> files(String word, List<String> unsaid) {
        if (!words.containsKey(word)) return unsaid;
        List<String> files = new ArrayList<>();
        Matcher matcher = FILE.matcher(first(word).orElse(""));
        while (matcher.find()) files.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        files.removeIf(file -> file.equals("none"));
        return files;
    }

    /** Whether ssh would log in with a key at all. */
    public boolean logsInWithKeys() {
        return first("pubkeyauthentication").filter(w -> w.equals("no") || w.equals("false")).isEmpty();
    }

    public Algorithms algorithms() {
        return new Algorithms(list("kexalgorithms"), list("hostkeyalgorithms"), list("ciphers"), list("macs"),
                list("pubkeyacceptedalgorithms"), list("casignaturealgorithms"),
                first("requiredrsasize").filter(n -> n.matches("\\d{1,6}")).map(Integer::valueOf).orElse(0));
    }

    private List<String> list(String word) {
        return first(word).map(w -> List.of(w.split(","))).orElse(List.of());
    }

    /** Under which name the host stands in known_hosts, where that is not its own. */
    public Optional<String> knownAs() {
        return first("hostkeyalias");
    }

    public Optional<String> jump() {
        return first("proxyjump");
    }

    public Optional<String> proxyCommand() {
        return first("proxycommand");
    }

    /** The address of this machine that connections come from. */
    public Optional<String> bindAddress() {
        return first("bindaddress");
    }

    Optional<Duration> connectTimeout() {
        return seconds("connecttimeout");
    }

    /** How long ssh asks a server in vain before it gives up, where it asks at all: by default it does not. */
    Optional<Duration> serverAlive() {
        long most = seconds("serveralivecountmax").map(Duration::toSeconds).orElse(3L);
        return seconds("serveraliveinterval").filter(Duration::isPositive).map(interval -> interval.multipliedBy(most));
    }

    private Optional<Duration> seconds(String word) {
        return first(word).filter(t -> t.matches("\\d{1,6}")).map(Long::valueOf).map(Duration::ofSeconds);
    }

    private Optional<String> first(String word) {
        return words.getOrDefault(word, List.of()).stream().findFirst().filter(w -> !w.equals("none"));
    }
}
