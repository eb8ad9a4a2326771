package mcnet.reach.verdict;

import mcnet.reach.policy.PacketDecision;

/** What happens to one packet at one stage of its way. */
public record Hop(String title, PacketDecision decision) {

    /** {@code enters network db: rejected by the default for ingress of network db}. */
    public String text() {
        return decision.text().isEmpty() ? title : title + ": " + decision.text();
    }
}
