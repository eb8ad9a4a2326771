package mcnet.probe;

import java.util.List;
import java.util.Optional;
import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.product.Product;

/**
 * The member's ovn-controller is alive. The daemon itself is asked: flows and BFD are Open vSwitch's and outlive it, and
 * the southbound database keeps the chassis of one that died ({@code ovn/controller/ovn-controller.c}, command
 * {@code connection-status}).
 */
public record ControllerProbe(ResourceId subject, String member) implements Probe {
    private static final int ALARM = 128 + 14;
    private static final int NOT_FOUND = 127;

    @Override
    public String claim() {
        return "ovn-controller answers";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(Query.member(member, Ovn.CONTROLLER), Query.member(member, "/1.0"));
    }

    @Override
    public Verdict judge(Observation seen) {
        return fault(member, seen).orElse(Verdict.holds("connected"));
    }

    /** How a member's controller is. */
    public enum State {
        CONNECTED("connected"), NOT_CONNECTED("not connected"), HANGS("hangs"), DEAD("does not run"), ABSENT(
                "not installed"), UNKNOWN("unknown");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@link Ovn#CONTROLLER} must be known. */
    public static State state(String member, Observation seen) {
        Answer answer = seen.member(member, Ovn.CONTROLLER);
        if (!answer.ok()) return State.UNKNOWN;
        String says = says(answer);
        return switch (answer.value().path("exit").asInt()) {
            case 0 -> says.equals("connected") ? State.CONNECTED : State.NOT_CONNECTED;
            case NOT_FOUND -> State.ABSENT;
            case ALARM -> State.HANGS;
            default -> says.contains("Alarm clock") ? State.HANGS : State.DEAD;
        };
    }

    private static String says(Answer answer) {
        return answer.value().path("says").asText().strip();
    }

    /** What is wrong with a member's controller; {@link Ovn#CONTROLLER} must be known. */
    static Optional<Verdict> fault(String member, Observation seen) {
        Answer answer = seen.member(member, Ovn.CONTROLLER);
        State state = state(member, seen);
        boolean snap = answer.value().path("program").asText().contains("/snap/");
        ServiceCommands services = snap ? new ServiceCommands(true, Product.of(seen)) : ServiceCommands.of(seen);
        String on = "on " + member + ": ";
        String restart = on
                + (services.microCloud() ? services.restartController() : "systemctl restart ovn-controller");
        String goesOn = "; existing flows in its Open vSwitch still work, but changes of OVN no longer reach"
                + " the member";
        return switch (state) {
            case CONNECTED -> Optional.empty();
            case UNKNOWN -> Optional.of(Verdict.fails(answer.error(), "the member's shell could not query it",
                    "try it on " + member + ": ovn-appctl -t ovn-controller connection-status"));
            case ABSENT -> Optional.of(Verdict.fails(member + " has no ovn-appctl",
                    "OVN's host part is not installed there",
                    "on " + member + ": " + services.enableChassis()));
            case NOT_CONNECTED -> Optional.of(Verdict.fails("ovn-controller on " + member + " is " + says(answer),
                    "it cannot reach the southbound database",
                    "check on " + member + " that `ovs-vsctl get open_vswitch . external_ids:ovn-remote` is the"
                            + " address of a member where " + services.central() + " runs; then " + restart));
            case HANGS -> Optional.of(Verdict.fails("ovn-controller on " + member + " hangs",
                    "it did not answer in time" + goesOn, restart));
            case DEAD -> Optional.of(Verdict.fails("ovn-controller on " + member + " does not run",
                    says(answer) + goesOn, services.microCloud() ? on + services.startController() : restart));
        };
    }
}
