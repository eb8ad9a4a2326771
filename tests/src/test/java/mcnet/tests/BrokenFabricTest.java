package mcnet.tests;

import java.util.List;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What breaks under a cluster that is as the file says, on one lab. */
class BrokenFabricTest extends LabStory {
    @BeforeAll
    static void up() {
        FabricStory.instances = Instances.of(lab);
        lab.settle("broken.mcnet", FabricStory.PROGRAM);
        FabricStory.instances.launch(new Wanted("d1", "micro2", "db", List.of("security.acls=worn")),
                new Wanted("s1", "micro3", "db", List.of("security.acls=idle")));
        lab.on("micro1", "lxc", "stop", "--force", "s1");
        lab.on("micro1", "sh", "-ec", "lxc init -q tiny p1 --target micro1 -p default -p guarded < /dev/null");
    }

    @Nested
    class Members extends FabricMembers {}

    @Nested
    class Routers extends FabricRouters {}

    @Nested
    class Nics extends FabricNics {}

    @Nested
    class Uplinks extends FabricUplinks {}
}
