package mcnet.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.observe.Answer;
import mcnet.observe.Json;
import mcnet.observe.Question;

/**
 * Many commands as one shell script, so that they cost one channel. Behind each command's output stands a record
 * separator (ASCII 30, which no JSON text holds), its exit status, and a separator again; on standard error one
 * separator behind each command.
 */
final class Script {
    /** Lets curl put the requests to LXD that come on standard input. */
    static final String LXD = "lxd";
    /** Who may use LXD's socket by group, and where the programs are that mcnet needs as root. */
    static final String RIGHTS = """
            socket; stat -c %G "$socket"
            for tool in curl ovs-vsctl ovn-sbctl microovn.ovs-vsctl microovn.ovn-sbctl; do command -v $tool; done
            true""";

    private static final String SEPARATOR = "\036";
    /** LXD's, Incus's, Open vSwitch's; of Debian's packages and of the snaps. */
    private static final List<String> DATABASES = List.of("/var/lib/lxd", "/var/snap/lxd/common/lxd",
            "/var/lib/incus", "/etc/openvswitch", "/var/snap/microovn/common");

    /** Programs of Debian's packages and of MicroOVN's snap, whichever the member has. */
    private static final String PROLOGUE = """
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/snap/bin; export LC_ALL=C
            has() { command -v "$1" >/dev/null; }
            vs() { if has ovs-vsctl; then $root ovs-vsctl "$@"; else $root microovn.ovs-vsctl "$@"; fi; }
            sb() {
              if has ovn-sbctl; then
                $root ovn-sbctl --db="$(vs --timeout=5 get open . external_ids:ovn-remote | tr -d '"')" --no-leader-only "$@"
              else $root microovn.ovn-sbctl --no-leader-only "$@"; fi
            }
            nb() {
              if has ovn-nbctl; then
                at=$($root lxc config get network.ovn.northbound_connection 2>/dev/null || $root incus config get network.ovn.northbound_connection)
                $root ovn-nbctl ${at:+--db="$at"} --no-leader-only "$@"
              else $root microovn.ovn-nbctl --no-leader-only "$@"; fi
            }
            socket() {
              for socket in %s; do if [ -S $socket ]; then break; fi; done
            }
            lxd() {
              socket
              as=$root; if [ -z "$always" ] && [ -w $socket ]; then as=; fi
              $as curl -s -S --unix-socket $socket -K -
            }
            machine() {
              printf '{"time":%%s,"free":{' "$(date +%%s)"; comma=
              for folder in %s; do
                if [ -d $folder ]; then
                  printf '%%s"%%s":%%s' "$comma" $folder "$(df -P -k $folder | { read -r _; read -r _ _ _ free _; echo ${free:-null}; })"
                  comma=,
                fi
              done
              printf '}}'
            }
            end() { printf '\\036%%d\\036' "$1"; printf '\\036' >&2; }
            """
            .formatted(String.join(" ", Sockets.LXD), String.join(" ", DATABASES));

    /** A command's end. */
    record Part(String out, int exit, String err) {
        /** Whether it was not carried out because {@code sudo} did not let it. */
        boolean forbidden() {
            return exit != 0 && err.contains("sudo: ");
        }
    }

    private final String head;

    private Script(String head) {
        this.head = head;
    }

    /** For someone who may do everything. */
    static Script asRoot() {
        return new Script("root=; always=\n" + PROLOGUE);
    }

    /** @param always that LXD is asked as root also where the user could do it himself */
    static Script bySudo(boolean always) {
        return new Script("root='sudo -n'; always=" + (always ? "yes" : "") + "\n" + PROLOGUE);
    }

    String of(List<String> commands) {
        return head + commands.stream().map(c -> c + "; end $?\n").collect(Collectors.joining());
    }

    static String command(Question question) {
        return switch (question) {
            case Question.Ovs ovs -> "vs --timeout=5 -f json --columns=" + String.join(",", ovs.columns()) + " list "
                    + ovs.table();
            case Question.Northbound northbound -> "nb --timeout=5 -f json --columns="
                    + String.join(",", northbound.columns()) + " list " + northbound.table();
            case Question.Southbound southbound -> "sb --timeout=5 -f json --columns="
                    + String.join(",", southbound.columns()) + " list " + southbound.table();
            case Question.Links _ -> "ip -json address show";
            case Question.Machine _ -> "machine";
            case Question.Ping ping -> "ping -n -q -c 1 -W 1 -I " + quote(ping.nic()) + " " + quote(ping.address())
                    + " >/dev/null && echo true";
            case Question.Lxd lxd -> throw new IllegalArgumentException(lxd + " is no command");
        };
    }

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** How the commands ended, in their order. */
    static List<Part> parts(String out, String err, int count) {
        String[] outs = out.split(SEPARATOR, -1);
        String[] errs = err.split(SEPARATOR, -1);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String error = i < errs.length ? errs[i].strip() : "";
            if (outs.length <= 2 * i + 1) parts.add(new Part("", -1, "the shell ended early: " + err.strip()));
            else
                parts.add(new Part(outs[2 * i], Integer.parseInt(outs[2 * i + 1]), error));
        }
        return parts;
    }

    static Answer answer(Part part) {
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
