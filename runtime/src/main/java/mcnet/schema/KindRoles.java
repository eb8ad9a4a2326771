package mcnet.schema;

import java.util.Optional;

/**
 * What a kind is to others.
 *
 * @param ruleSubject its rank among the kinds that a rule of an ACL may name, from 1; 0: rules may not name it
 * @param rulePrefix what stands before its name in the rules of the server, {@code $}; absent: the server has none of the kind in
 *            rules, and addresses stand there
 * @param flowEnd it may be the source or the destination of a {@code flow} or an {@code expect}
 * @param importOrder its place in an imported file, from 1; 0: it stands inside of another one, or is not imported
 * @param importedIfManaged only objects that a program manages already are imported
 */
public record KindRoles(int ruleSubject, Optional<String> rulePrefix, boolean flowEnd, int importOrder,
        boolean importedIfManaged) {
    public static final KindRoles NONE = new KindRoles(0, Optional.empty(), false, 0, false);

    public KindRoles subject(int rank, boolean flow) {
        return new KindRoles(rank, rulePrefix, flow, importOrder, importedIfManaged);
    }

    public KindRoles inRules(String prefix) {
        return new KindRoles(ruleSubject, Optional.of(prefix), flowEnd, importOrder, importedIfManaged);
    }

    public KindRoles imported(int order, boolean ifManaged) {
        return new KindRoles(ruleSubject, rulePrefix, flowEnd, order, ifManaged);
    }
}
