package mcnet.check.view;

import java.util.List;
import mcnet.model.Declaration;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Rule;
import mcnet.model.Statement.State;

/**
 * An {@code acl} with its rules.
 *
 * @param project the project it belongs to; empty: the one that all share
 */
public record AclView(Declaration declaration, String project) {

    /** Rules that count, in the order of the text. */
    public List<Rule> rules(Direction direction) {
        return declaration.statements(Rule.class)
                .filter(r -> r.direction() == direction && r.state() != State.DISABLED).toList();
    }
}
