package mcnet.plan;

import java.util.List;
import mcnet.observe.Observation;
import mcnet.observe.Query;

/** Something that must be seen on the cluster itself before one may say that it worked. Pure: it asks and judges. */
public interface Probe {

    /** What it is about: {@code network web}. */
    ResourceId subject();

    /** What should be so, as a person would say it: {@code router bound to a live chassis}. */
    String claim();

    /**
     * What must be known. Called again with the answers until it names nothing new: an address that the server chose is
     * known only after the first answers.
     */
    List<Query> queries(Observation known);

    Verdict judge(Observation seen);
}
