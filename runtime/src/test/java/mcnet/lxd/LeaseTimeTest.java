package mcnet.lxd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTimeTest {

    @ParameterizedTest
    @CsvSource({"600,600", "45m,2700", "1h,3600", "1h30m,5400", "1h0m0s,3600", "2d,172800", "1w,604800", "90s,90",
            "infinite,infinite", "1.5h,1.5h", "'',''", "h,h"})
    void isReadInSeconds(String server, String language) {
        assertEquals(language, LeaseTime.read(server));
    }

    @ParameterizedTest
    @CsvSource({"600,600s", "infinite,infinite", "'',''"})
    void isWrittenAsBothKindsOfNetworksTakeIt(String language, String server) {
        assertEquals(server, LeaseTime.write(language));
    }
}
