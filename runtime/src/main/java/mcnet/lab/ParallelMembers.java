package mcnet.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import mcnet.lab.engine.LabException;

/** The same for several members at once. */
final class ParallelMembers {

    private ParallelMembers() {}

    static void run(List<Runnable> work) {
        map(work, part -> {
            part.run();
            return part;
        });
    }

    /** The results in the order of the items; when all have ended, the first failure is thrown. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        if (items.isEmpty())
            return List.of();
        try (ExecutorService threads = Executors.newFixedThreadPool(items.size())) {
            List<Future<R>> futures = items.stream().map(item -> threads.submit(() -> work.apply(item))).toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures)
                results.add(future.get());
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause)
                throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", "", "run it again");
        }
    }
}
