package mcnet.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.plan.Call;
import mcnet.plan.Step;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;

/** A step's commands to Open vSwitch; each is one transaction. */
record OvsCalls(Step step, Session member, CallTrace trace) {

    void make(Call.ExternalIds call) throws RemoteException, StepFailed {
        for (Map.Entry<String, String> expected : call.expected().entrySet())
            check(expected.getKey(), expected.getValue());
        List<String> command = command();
        if (!call.set().isEmpty()) {
            command.addAll(List.of("set", "open_vswitch", "."));
            call.set().forEach((key, value) -> command.add("external_ids:" + key + "=\"" + value + "\""));
        }
        if (!call.remove().isEmpty()) {
            if (!call.set().isEmpty()) command.add("--");
            command.addAll(List.of("remove", "open_vswitch", ".", "external_ids"));
            command.addAll(call.remove());
        }
        run(command, call.text());
    }

    void make(Call.RemoveBridge call) throws RemoteException, StepFailed {
        List<String> command = command();
        command.addAll(List.of("--if-exists", "del-br", call.bridge(), "--"));
        if (call.mappings().isEmpty()) {
            command.addAll(List.of("remove", "open_vswitch", ".", "external_ids", "ovn-bridge-mappings"));
        } else {
            command.addAll(List.of("set", "open_vswitch", ".",
                    "external_ids:ovn-bridge-mappings=\"" + call.mappings() + "\""));
        }
        run(command, call.text());
    }

    private static List<String> command() {
        return new ArrayList<>(List.of("vs", "--timeout=10"));
    }

    private void check(String key, String planned) throws RemoteException, StepFailed {
        Session.Ran held = member.run(List.of("vs", "--if-exists", "get", "open_vswitch", ".", "external_ids:" + key));
        String value = held.out().strip().replaceAll("^\"|\"$", "");
        if (!value.equals(planned)) throw StepRunner.changed(step, key, planned, value);
    }

    private void run(List<String> command, String text) throws RemoteException, StepFailed {
        trace.sent(step.member(), text, null);
        Session.Ran ran = member.run(command);
        trace.answered(step.member(), text, ran.exit(), ran.err().strip());
        if (ran.exit() == 0) return;
        throw new StepFailed(Diagnostic.error("MC0902", step.id() + ": Open vSwitch on " + step.member() + " refused")
                .why(ran.err().strip())
                .fix("fix the cause and apply again: finished steps are not repeated"));
    }
}
