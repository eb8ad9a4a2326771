package mcnet.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.model.ClusterConnection;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;
import org.junit.jupiter.api.Test;

/** A backend that does not answer OVN's health check is seen, whatever the server itself says of it. */
class BackendHealthTest {
    private static final ResourceId WEB = new ResourceId("network", "web");
    private static final Query MONITORS = new Query(QueryTarget.CLUSTER, Ovn.SERVICE_MONITORS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static PlanningContext now(String extensions, String healthcheck, Answer monitors) throws Exception {
        SequencedMap<Query, Answer> seen = new LinkedHashMap<>();
        seen.put(Query.cluster("/1.0"), Answer.of(JSON.readTree("{\"api_extensions\": [" + extensions + "]}")));
        seen.put(ListenerObjects.BALANCERS.list(WEB), Answer.of(JSON.readTree("""
                [{"listen_address": "198.51.100.211", "config": {"healthcheck": "%s"}, "backends": [
                  {"name": "w1", "target_address": "10.42.1.10", "target_port": "8080"},
                  {"name": "w2", "target_address": "10.42.1.11"}]}]""".formatted(healthcheck))));
        seen.put(MONITORS, monitors);
        return new PlanningContext(null, (ClusterConnection) null, new Observation(seen));
    }

    private static Answer monitors() throws Exception {
        return Answer.of(JSON.readTree("""
                {"headings": ["ip", "port", "protocol", "status"], "data": [
                 ["10.42.1.10", 8080, "tcp", "offline"], ["10.42.1.11", 80, "tcp", "online"],
                 ["10.42.9.9", 80, "tcp", "offline"]]}"""));
    }

    @Test
    void aBackendThatDoesNotAnswerIsNamed() throws Exception {
        PlanningContext now = now("\"network_load_balancer\"", "true", monitors());
        assertEquals(List.of("balancer 198.51.100.211 of web: 10.42.1.10 does not answer the health check of tcp"
                + " port 8080 (offline)"), BackendHealth.notes(List.of(WEB), now));
        assertTrue(BackendHealth.queries(List.of(WEB), now).contains(MONITORS));
    }

    @Test
    void nobodyIsAskedWhereNothingIsChecked() throws Exception {
        assertEquals(List.of(), BackendHealth.queries(List.of(WEB), now("", "true", monitors())));
        PlanningContext now = now("\"network_load_balancer\"", "false", monitors());
        assertEquals(List.of(ListenerObjects.BALANCERS.list(WEB)), BackendHealth.queries(List.of(WEB), now));
        assertEquals(List.of(), BackendHealth.notes(List.of(WEB), now));
    }

    @Test
    void whatIsNotKnownIsSaid() throws Exception {
        PlanningContext now = now("\"network_load_balancer\"", "true", Answer.failed(500, "no database"));
        assertEquals(List.of("balancer 198.51.100.211 of web: the health of its backends is unknown: no database"),
                BackendHealth.notes(List.of(WEB), now));
    }
}
