package mcnet.ssh.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.observe.Answer;
import mcnet.observe.Json;
import mcnet.observe.Question;
import mcnet.product.Product;

/**
 * Many commands as one shell script, so that they cost one channel. It comes on the standard input of a plain
 * {@code sh}, so that every login shell hands it on as it is and no limit of an argument's length meets it. Before the
 * first command stands a mark, on both streams, that only this script can print: what comes before it is a login
 * shell's greeting, and where it does not come another program ran. Behind each command's output stands the mark with
 * the command's exit status, and on standard error the mark.
 */
public final class Script {
    /** What is run on the member; the script is its standard input. */
    static final String SHELL = "sh";
    /** Who may use LXD's socket by group, and where the programs are that mcnet needs as root. */
    public static final String RIGHTS = """
            socket; stat -c %%G "$socket"
            for tool in curl ovs-vsctl ovn-sbctl ovn-nbctl ovn-appctl \
              microovn.ovs-vsctl microovn.ovn-sbctl microovn.ovn-nbctl microovn.ovn-appctl %s; do command -v $tool; done
            true""".formatted(Arrays.stream(Product.values()).map(Product::client).collect(Collectors.joining(" ")));

    /** ASCII 30, which no JSON text holds. */
    private static final String SEPARATOR = "\036";
    private static final String HEREDOC = "MCNET_END";
    /** LXD's, Incus's, Open vSwitch's; of Debian's packages and of the snaps. */
    private static final List<String> DATABASES = Stream.concat(
            Arrays.stream(Product.values()).flatMap(product -> product.folders().stream()),
            Stream.of("/etc/openvswitch", "/var/snap/microovn/common")).toList();

    /** How long a live ovn-controller may take to answer; while it works out all flows anew it says nothing. */
    private static final int CONTROLLER_SECONDS = 5;

    /**
     * Programs of Debian's packages and of MicroOVN's snap, whichever the member has. They are named with their folder:
     * sudo looks for names where its own configuration says, which need not have the snaps' folder (sudoers(5),
     * "secure_path").
     */
    private static final String PROLOGUE = """
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/snap/bin; export LC_ALL=C
            has() { command -v "$1" >/dev/null; }
            where() { command -v "$1" || echo "$1"; }
            vs() { if has ovs-vsctl; then $root "$(where ovs-vsctl)" "$@"; else $root "$(where microovn.ovs-vsctl)" "$@"; fi; }
            sb() {
              if has ovn-sbctl; then
                $root "$(where ovn-sbctl)" --db="$(vs --timeout=5 get open . external_ids:ovn-remote | tr -d '"')" --no-leader-only "$@"
              else $root "$(where microovn.ovn-sbctl)" --no-leader-only "$@"; fi
            }
            northbound() {
              key=network.ovn.northbound_connection
              if has %s || has %s; then
                socket || return
                user
                case $socket in %s/*) cli=%s ;; *) cli=%s; has $cli || cli=%s ;; esac
                $as "$(where $cli)" config get $key
              fi
            }
            nb() {
              if has ovn-nbctl; then
                at=$(northbound) || return
                $root "$(where ovn-nbctl)" ${at:+--db="$at"} --no-leader-only "$@"
              else $root "$(where microovn.ovn-nbctl)" --no-leader-only "$@"; fi
            }
            socket() {
              for socket in %s; do if [ -S $socket ]; then return; fi; done
              echo "$(id -un) sees no socket of LXD or Incus: there is none of %s" >&2; return %d
            }
            user() { as=$root; if [ -z "$always" ] && [ -w $socket ]; then as=; fi; }
            lxd() {
              socket || return
              user
              $as "$(where curl)" -s -S --unix-socket $socket "$@"
            }
            machine() {
              printf '{"time":%%s,"kernel":"%%s","free":{' "$(date +%%s)" \
                "$(tr -d '"\\\\' </proc/sys/kernel/version)"; comma=
              for folder in %s; do
                if [ -d $folder ]; then
                  printf '%%s"%%s":%%s' "$comma" $folder "$(df -P -k $folder | { read -r _; read -r _ _ _ free _; echo ${free:-null}; })"
                  comma=,
                fi
              done
              printf '}}'
            }
            controller() {
              tool=ovn-appctl; has $tool || tool=microovn.ovn-appctl
              says=$($root "$(where $tool)" --timeout=%d -t ovn-controller connection-status 2>&1); code=$?
              case $code$says in 0*) ;; *"sudo: "*) printf '%%s\\n' "$says" >&2; return 1;; esac
              printf '{"program":"%%s","exit":%%d,"says":"%%s"}' "$(command -v $tool)" $code \
                "$(printf '%%s\\n' "$says" | tail -n 1 | tr -d '"\\\\' | tr -c '[:print:]' ' ')"
            }
            end() { printf '\\036%%s %%d\\036' "$mark" "$1"; printf '\\036%%s\\036' "$mark" >&2; }
            end 0
            """
            .formatted(Product.LXD.client(), Product.INCUS.client(), String.join("/*|", Product.INCUS.folders()),
                    Product.INCUS.client(), Product.LXD.client(), Product.INCUS.client(),
                    String.join(" ", Product.sockets()), String.join(", ", Product.sockets()),
                    Curl.COULD_NOT_CONNECT,
                    String.join(" ", DATABASES), CONTROLLER_SECONDS);

    /** A command's end. */
    public record Part(String out, int exit, String err) {
        /** Whether it was not carried out because {@code sudo} did not let it. */
        public boolean forbidden() {
            return exit != 0 && Sudo.refused(err);
        }
    }

    private final String head;
    private final String mark;

    private Script(String head) {
        this.mark = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        this.head = "mark=" + mark + "; " + head;
    }

    /** For someone who may do everything. */
    public static Script asRoot() {
        return new Script("root=; always=\n" + PROLOGUE);
    }

    /** @param always that LXD is asked as root also where the user could do it himself */
    public static Script bySudo(boolean always) {
        return new Script("root='sudo -n'; always=" + (always ? "yes" : "") + "\n" + PROLOGUE);
    }

    /** What follows a command must not read the script, which is the shell's input. */
    public String of(List<String> commands) {
        return head + commands.stream().map(c -> "{ " + c + "\n} </dev/null; end $?\n").collect(Collectors.joining());
    }

    /** Lets curl put requests to LXD. */
    public static String lxd(Curl curl) {
        String words = curl.arguments().stream().map(Script::quote).collect(Collectors.joining(" "));
        return "lxd " + words + " <<'" + HEREDOC + "'\n" + curl.input() + "\n" + HEREDOC;
    }

    public static String command(Question question) {
        return switch (question) {
            case Question.Ovs ovs -> "vs --timeout=5 -f json --columns=" + String.join(",", ovs.columns()) + " list "
                    + ovs.table();
            case Question.Northbound northbound -> "nb --timeout=5 -f json --columns="
                    + String.join(",", northbound.columns()) + " list " + northbound.table();
            case Question.Southbound southbound -> "sb --timeout=5 -f json --columns="
                    + String.join(",", southbound.columns()) + " list " + southbound.table();
            case Question.Links _ -> "ip -json -details address show";
            case Question.Machine _ -> "machine";
            case Question.Controller _ -> "controller";
            case Question.Ping ping -> "ping -n -q -c 1 -W 1 -I " + quote(ping.nic()) + " " + quote(ping.address())
                    + " >/dev/null && echo true || ip neigh show to " + quote(ping.address()) + " dev "
                    + quote(ping.nic())
                    + " nud reachable | grep -q . && echo true";
            case Question.Lxd lxd -> throw new IllegalArgumentException(lxd + " is not a command");
        };
    }

    public static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * How the commands ended, in their order.
     *
     * @throws NotStartedException if the script's first words did not come: something else ran than a shell
     * @throws IOException if it ended before its last command did
     */
    public List<Part> parts(String out, String err, int count) throws IOException {
        List<Part> parts = new ArrayList<>();
        Matcher ends = Pattern.compile(SEPARATOR + mark + " (\\d{1,3})" + SEPARATOR).matcher(out);
        String[] errs = err.split(SEPARATOR + mark + SEPARATOR, -1);
        if (!ends.find()) throw new NotStartedException(out, err);
        int from = ends.end();
        while (parts.size() < count && ends.find()) {
            String error = parts.size() + 1 < errs.length ? errs[parts.size() + 1].strip() : "";
            parts.add(new Part(out.substring(from, ends.start()), Integer.parseInt(ends.group(1)), error));
            from = ends.end();
        }
        if (parts.size() < count)
            throw new IOException(
                    "the shell ended early" + (errs.length < 2 ? "" : ": " + errs[errs.length - 1].strip()));
        return parts;
    }

    public static Answer answer(Part part) {
        if (part.exit() != 0)
            return Answer.failed(500, part.err().isEmpty() ? "exit status " + part.exit() : part.err());
        try {
            JsonNode value = Json.read(part.out());
            return Answer.of(value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
        } catch (IOException e) {
            return Answer.failed(500, "no JSON: " + part.out().strip());
        }
    }
}
