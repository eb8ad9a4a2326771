package mcnet.collect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.Timeouts;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cause of a connection that does not work is told by a code of its own, with what the machine said. */
class ConnectionFailuresTest {
    private static final Endpoint MICRO1 = new Endpoint("micro1", "10.77.0.1", 22,
            new Credentials("root", List.of(Path.of("key")), true, true, Optional.empty()),
            new HostIdentity("10.77.0.1", List.of(Path.of("known_hosts")), Optional.empty()), Optional.empty(),
            Optional.empty(), false, Timeouts.DEFAULT);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachIsToldWithWhatToDo(Kind kind) {
        Diagnostic told = told(kind);
        assertAll(() -> assertTrue(told.isError()), () -> assertFalse(told.fix().isBlank(), told::toString),
                () -> assertFalse(told.why().isBlank(), told::toString));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BAD_IDENTITY | MC0806
            NO_LXD       | MC0807
            BROKEN       | MC0808
            LATE         | MC0809
            UNSURE       | MC0810
            END_UNKNOWN  | MC0810
            NO_CURL      | MC0815
            TOO_LARGE    | MC0018
            """)
    void theMachinesWordsAreTheReason(Kind kind, String code) {
        assertEquals(code, told(kind).code());
        assertTrue(told(kind).why().contains("its own words"), () -> told(kind).toString());
    }

    private static Diagnostic told(Kind kind) {
        return ConnectionFailures.of(new RemoteException(kind, MICRO1, "its own words", null),
                new ClusterConnection("lab", null, List.of()));
    }
}
