package mcnet.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcnet.apply.ProbeResult;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TextOptions;
import org.junit.jupiter.api.Test;

/** A verification shows what is not ok, all of it where it is asked to, and counts everything. */
class VerifyTextTest {
    private static final List<ProbeResult> RESULTS = List.of(
            result("network", "web", "created on all members", Verdict.holds("Created")),
            result("network", "web", "router bound to a live chassis",
                    Verdict.fails("on micro2, which does not run", "its controller is dead", "start it")),
            result("network", "db", "gateway answers", Verdict.notAsked("nobody is on the uplink")),
            result("member", "micro3", "its part",
                    Verdict.unknown("micro3 does not answer", "run mcnet verify again")));

    @Test
    void whatIsNotOkIsShown() {
        assertEquals("""
                network web
                  failed  router bound to a live chassis  on micro2, which does not run
                          why: its controller is dead
                          fix: start it
                network db
                  skipped gateway answers                 nobody is on the uplink
                member micro3
                  unknown its part                        micro3 does not answer
                          fix: run mcnet verify again

                Verified: 1 ok, 1 failed, 1 skipped, 1 unknown
                """, text(RESULTS, false));
    }

    @Test
    void verboseShowsWhatIsOkToo() {
        assertEquals("  ok      created on all members          Created",
                text(RESULTS, true).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void whereAllIsOkThereIsTheCountAlone() {
        assertEquals("Verified: 1 ok, 0 failed, 0 skipped\n", text(RESULTS.subList(0, 1), false));
    }

    @Test
    void whereNothingIsDeclaredNothingIsVerified() {
        assertEquals("Nothing to verify: the files declare nothing.\n", text(List.of(), false));
    }

    private static String text(List<ProbeResult> results, boolean verbose) {
        return VerifyText.of(results, new TextOptions(Style.PLAIN, TextOptions.WIDTH, verbose)).toString();
    }

    private static ProbeResult result(String kind, String name, String claim, Verdict verdict) {
        return new ProbeResult(new Probe() {
            @Override
            public ResourceId subject() {
                return new ResourceId(kind, name);
            }

            @Override
            public String claim() {
                return claim;
            }

            @Override
            public List<Query> queries(Observation known) {
                return List.of();
            }

            @Override
            public Verdict judge(Observation seen) {
                return verdict;
            }
        }, verdict);
    }
}
