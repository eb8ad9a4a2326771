package mcnet.plan;

/**
 * A member that takes no part in changes now.
 *
 * @param why what was seen, in a sentence without its end
 * @param isReached whether it answers mcnet all the same; if not, nothing is known of what only it has
 */
public record UnavailableMember(String name, String why, boolean isReached) {}
