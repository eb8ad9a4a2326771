package mcnet.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the bytes that {@code fanAddress} of LXD's {@code driver_bridge.go} puts together. */
class FanAddressTest {

    @ParameterizedTest
    @CsvSource({"10.77.0.0/16,240.0.0.0/8,10.77.3.4,240.3.4.1", "10.77.0.0/24,240.0.0.0/8,10.77.0.9,240.9.0.1",
            "10.77.0.0/24,250.17.0.0/16,10.77.0.200,250.17.200.1",
            "172.16.0.0/16,250.0.0.0/8,172.16.255.254,250.255.254.1"})
    void followsFromTheMembersOwn(String underlay, String overlay, String member, String bridge) {
        assertEquals(Optional.of(bridge), FanAddress.of(underlay, overlay, List.of("fd42::1", "192.168.1.1", member)));
    }

    @ParameterizedTest
    @CsvSource({"10.77.0.0/16,250.1.0.0/16,10.77.3.4", "10.77.0.0/16,240.0.0.0/8,10.78.3.4",
            "auto,240.0.0.0/8,10.77.3.4", "10.77.0.0,240.0.0.0/8,10.77.3.4"})
    void isNotThereWhereNothingFits(String underlay, String overlay, String member) {
        assertEquals(Optional.empty(), FanAddress.of(underlay, overlay, List.of(member)));
    }
}
