package mcnet.reach.policy;

import mcnet.model.Statement.Verdict;

/**
 * Which of the rules that match a packet decides: the first of these. Rules have no order of their own
 * ({@code lxd/network/acl/acl_ovn.go}: 500, 400, 300).
 */
enum Priority {
    HIGH, MIDDLE, LOW;

    /**
     * Drop, reject, allow.
     *
     * @param reversed allow, reject, drop ({@code internal/server/network/acl/acl_ovn.go PortGroupActionPriority})
     */
    static Priority of(Verdict verdict, boolean reversed) {
        return switch (verdict) {
            case DROP -> reversed ? LOW : HIGH;
            case REJECT -> MIDDLE;
            case ALLOW -> reversed ? HIGH : LOW;
        };
    }
}
