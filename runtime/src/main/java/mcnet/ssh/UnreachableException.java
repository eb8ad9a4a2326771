package mcnet.ssh;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Some machines could not be reached or did not answer; each with its own reason. */
public final class UnreachableException extends IOException {
    private final transient List<RemoteException> failures;

    public UnreachableException(List<RemoteException> failures) {
        super(failures.stream().map(RemoteException::getMessage).collect(Collectors.joining("; ")));
        this.failures = List.copyOf(failures);
    }

    public List<RemoteException> failures() {
        return failures;
    }
}
