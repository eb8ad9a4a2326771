package mcnet.ssh;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/** The machine that runs mcnet, asked without any program that it may not have. */
public final class LocalSession implements ReadOnlySession {
    private static final int PING_MILLIS = 1000;
    private static final int AT_ONCE = 32;

    @Override
    public Map<Question, Answer> ask(Collection<Question> questions) {
        Map<Question, Answer> answers = new LinkedHashMap<>();
        if (questions.isEmpty()) return answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(questions.size(), AT_ONCE))) {
            Map<Question, Future<Answer>> running = new LinkedHashMap<>();
            for (Question question : questions) running.put(question, threads.submit(() -> ask(question)));
            running.forEach((question, answer) -> answers.put(question, get(answer)));
        }
        return answers;
    }

    private static Answer get(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed(500, "interrupted");
        } catch (ExecutionException e) {
            return Answer.failed(500, e.getCause().toString());
        }
    }

    private static Answer ask(Question question) throws IOException {
        return switch (question) {
            case Question.Links _ -> Answer.of(links());
            case Question.Ping ping -> ping(ping);
            default -> Answer.failed(500, "only members know: " + question.text());
        };
    }

    /** The interfaces in the shape of {@code ip -json address}. */
    private static ArrayNode links() throws SocketException {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
            ObjectNode link = links.addObject().put("ifname", nic.getName());
            ArrayNode addresses = link.putArray("addr_info");
            for (InterfaceAddress address : nic.getInterfaceAddresses()) {
                InetAddress local = address.getAddress();
                addresses.addObject().put("family", local instanceof Inet4Address ? "inet" : "inet6")
                        .put("local", local.getHostAddress().replaceFirst("%.*", ""))
                        .put("prefixlen", address.getNetworkPrefixLength())
                        .put("scope", local.isLinkLocalAddress() ? "link" : "global");
            }
        }
        return links;
    }

    /** ICMP for root, else a TCP connection that is refused: both are answers. */
    private static Answer ping(Question.Ping ping) throws IOException {
        boolean answered = InetAddress.getByName(ping.address())
                .isReachable(NetworkInterface.getByName(ping.nic()), 0, PING_MILLIS);
        return answered ? Answer.of(BooleanNode.TRUE) : Answer.failed(500, "no answer");
    }

    @Override
    public void close() {}
}
