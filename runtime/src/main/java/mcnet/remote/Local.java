package mcnet.remote;

import java.io.IOException;
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

/** The machine that runs mcnet, asked by the same commands as a member. */
public final class Local implements Reading {

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
        Process shell = new ProcessBuilder("sh", "-c", Script.of(List.of(question))).start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(shell.getErrorStream()));
        return Script.answers(read(shell.getInputStream()), err.join(), 1).getFirst();
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
