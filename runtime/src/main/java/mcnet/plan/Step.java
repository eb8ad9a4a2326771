package mcnet.plan;

import java.util.List;
import java.util.Set;

/**
 * One thing that apply does: all its calls go to one member, one after the other.
 *
 * @param id unique within a plan, readable: {@code create network web}
 * @param member the member that it runs on
 * @param calls what is sent
 * @param proofs what must be seen before the step counts as done
 * @param after steps that must be done first
 * @param ties what it waits for beyond its own change, in terms of objects; the planner turns them into steps
 * @param interrupts what stops working meanwhile, or empty
 * @param undo how one takes it back
 */
public record Step(String id, ResourceId resource, Action action, String member, List<Call> calls, List<Proof> proofs,
        Set<String> after, Ties ties, String interrupts, String undo) {

    public Step {
        calls = List.copyOf(calls);
        proofs = List.copyOf(proofs);
        after = Set.copyOf(after);
    }

    public Step after(Set<String> ids) {
        Set<String> all = new java.util.LinkedHashSet<>(after);
        all.addAll(ids);
        return new Step(id, resource, action, member, calls, proofs, all, ties, interrupts, undo);
    }
}
