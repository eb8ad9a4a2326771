package mcnet.tests.simulator;

import java.io.IOException;
import java.util.List;

/** What a simulated member answers. Called from several threads. */
public interface Answers {

    /** The answer to a request on LXD's socket. */
    HttpAnswer lxd(HttpRequest request) throws IOException;

    /** @param words the program and its arguments: {@code ovs-vsctl --timeout=5 -f json --columns=name list Bridge} */
    CommandAnswer command(List<String> words) throws IOException;
}
