package mcnet.module;

import java.util.List;
import mcnet.lxd.MemberAvailability;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.model.Program;
import mcnet.observe.Observation;

/**
 * What a module may look at: what the user asked for and what the cluster answered.
 *
 * @param seen empty while questions are collected
 * @param whole everything on the cluster is looked at, and not only what the program has to do with
 */
public record PlanningContext(Program program, ClusterConnection cluster, Observation seen, boolean whole) {

    public PlanningContext(Program program, ClusterConnection cluster, Observation seen) {
        this(program, cluster, seen, false);
    }

    /** The member that is asked, and told, what concerns the whole cluster. */
    public String lead() {
        return members().stream().findFirst().orElse(cluster.members().getFirst().name());
    }

    /** All members of the file. */
    public List<String> declared() {
        return cluster.members().stream().map(Member::name).toList();
    }

    /** The members that answer; all that are declared while nobody has asked them. */
    public List<String> members() {
        return reached().stream().map(Member::name).toList();
    }

    /** The same as they are declared. */
    public List<Member> reached() {
        return cluster.members().stream().filter(m -> MemberAvailability.isReached(m.name(), seen)).toList();
    }
}
