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
 * Many questions as one shell script, so that they cost one channel. Behind each command's output stands a record
 * separator (ASCII 30, which no JSON text holds), its exit status, and a separator again; on standard error one
 * separator behind each command.
 */
final class Script {
    private static final String SEPARATOR = "\036";

    /** Programs of Debian's packages and of MicroOVN's snap, whichever the member has. */
    private static final String PROLOGUE = """
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/snap/bin; export LC_ALL=C
            has() { command -v "$1" >/dev/null; }
            vs() { if has ovs-vsctl; then ovs-vsctl "$@"; else microovn.ovs-vsctl "$@"; fi; }
            sb() {
              if has ovn-sbctl; then
                ovn-sbctl --db="$(vs --timeout=5 get open . external_ids:ovn-remote | tr -d '"')" --no-leader-only "$@"
              else microovn.ovn-sbctl --no-leader-only "$@"; fi
            }
            end() { printf '\\036%d\\036' "$1"; printf '\\036' >&2; }
            """;

    private Script() {}

    static String of(List<Question> questions) {
        return PROLOGUE + questions.stream().map(q -> command(q) + "; end $?\n").collect(Collectors.joining());
    }

    /** A command that may change something, with the same programs at hand. */
    static String of(String command) {
        return PROLOGUE + command + "\n";
    }

    private static String command(Question question) {
        return switch (question) {
            case Question.Ovs ovs -> "vs --timeout=5 -f json --columns=" + String.join(",", ovs.columns()) + " list "
                    + ovs.table();
            case Question.Southbound southbound -> "sb --timeout=5 -f json --columns="
                    + String.join(",", southbound.columns()) + " list " + southbound.table();
            case Question.Links _ -> "ip -json address show";
            case Question.Ping ping -> "ping -n -q -c 1 -W 1 -I " + quote(ping.nic()) + " " + quote(ping.address())
                    + " >/dev/null && echo true";
            case Question.Lxd lxd -> throw new IllegalArgumentException(lxd + " is no command");
        };
    }

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The answers, in the order of the questions. */
    static List<Answer> answers(String out, String err, int count) {
        String[] outs = out.split(SEPARATOR, -1);
        String[] errs = err.split(SEPARATOR, -1);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String error = i < errs.length ? errs[i].strip() : "";
            if (outs.length <= 2 * i + 1) answers.add(Answer.failed(500, "the shell ended early: " + err.strip()));
            else
                answers.add(answer(outs[2 * i], outs[2 * i + 1], error));
        }
        return answers;
    }

    private static Answer answer(String out, String exit, String error) {
        if (!exit.equals("0")) return Answer.failed(500, error.isEmpty() ? "exit status " + exit : error);
        try {
            JsonNode value = Json.read(out);
            return Answer.of(value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
        } catch (IOException e) {
            return Answer.failed(500, "no JSON: " + out.strip());
        }
    }
}
