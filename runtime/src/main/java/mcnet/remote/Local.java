package mcnet.remote;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/** The machine that runs mcnet. */
public final class Local implements Reading {
    private static final int PING_MILLIS = 1000;

    @Override
    public Map<Question, Answer> ask(Collection<Question> questions) {
        Map<Question, Answer> answers = new LinkedHashMap<>();
        if (questions.isEmpty()) return answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(questions.size(), 32))) {
            Map<Question, Future<Answer>> running = new LinkedHashMap<>();
            for (Question question : questions) running.put(question, threads.submit(() -> ask(question)));
            for (Map.Entry<Question, Future<Answer>> each : running.entrySet())
                answers.put(each.getKey(), get(each.getValue()));
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
        if (question instanceof Question.Ping ping) return ask(ping);
        Process shell = new ProcessBuilder("sh", "-c", Script.asRoot().of(List.of(Script.command(question)))).start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(shell.getErrorStream()));
        return Script.answer(Script.parts(read(shell.getInputStream()), err.join(), 1).getFirst());
    }

    /** Without the program {@code ping}, which not every machine has: ICMP for root, else a TCP connection refused. */
    private static Answer ask(Question.Ping ping) throws IOException {
        boolean answered = InetAddress.getByName(ping.address())
                .isReachable(NetworkInterface.getByName(ping.nic()), 0, PING_MILLIS);
        return answered ? Answer.of(BooleanNode.TRUE) : Answer.failed(500, "no answer");
    }

    private static String read(java.io.InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {}
}
