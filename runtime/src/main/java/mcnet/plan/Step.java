package mcnet.plan;

import java.util.List;
import java.util.Set;

/**
 * One thing that apply does: all its calls go to one member, one after the other.
 *
 * @param id unique within a plan, readable: {@code create network web}
 * @param member the member that it runs on
 * @param calls what is sent
 * @param probes what must be seen before the step counts as done
 * @param after steps that must be done first
 * @param ties what it waits for beyond its own change, in terms of objects; the planner turns them into steps
 * @param interrupts what stops working meanwhile, or empty
 * @param undo how one takes it back
 */
public record Step(String id, ResourceId resource, Action action, String member, List<Call> calls, List<Probe> probes,
        Set<String> after, StepConstraints ties, String interrupts, String undo) {

    public Step {
        calls = List.copyOf(calls);
        probes = List.copyOf(probes);
        after = Set.copyOf(after);
    }

    public Step after(Set<String> ids) {
        Set<String> all = new java.util.LinkedHashSet<>(after);
        all.addAll(ids);
        return new Step(id, resource, action, member, calls, probes, all, ties, interrupts, undo);
    }
}
