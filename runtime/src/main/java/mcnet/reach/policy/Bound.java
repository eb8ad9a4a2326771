package mcnet.reach.policy;

/** Which packets are meant where not everything is known: those that surely pass, or those that may. */
public enum Bound {
    CERTAIN, POSSIBLE
}
