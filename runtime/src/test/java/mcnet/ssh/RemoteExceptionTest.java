package mcnet.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteExceptionTest {
    private static final Endpoint MICRO1 = new Endpoint("micro1", "10.77.0.1", 22,
            new Credentials("root", List.of(), true, true, Optional.empty()),
            new HostIdentity("10.77.0.1", List.of(), Optional.empty()), Optional.empty(), Optional.empty(), false,
            Timeouts.DEFAULT);

    @ParameterizedTest
    @CsvSource({"Broken transport; encountered EOF,the server closed the connection",
            "Connection reset,the server closed the connection",
            "Connection reset by peer,the server closed the connection",
            "Broken pipe,the server closed the connection", "Is a directory,Is a directory"})
    void theEndOfAConnectionHasOneName(String cause, String words) {
        assertEquals(words, RemoteException.of(Kind.BROKEN, MICRO1, new SocketException(cause)).getMessage());
    }
}
