package mcnet.generated;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The choices from which something was generated. The same choices give the same thing, and fewer or smaller ones a
 * simpler thing: so one way of shrinking serves all generators.
 */
public final class Choices {
    private final int[] given;
    private final Random random;
    private int[] made = new int[32];
    private int count;

    private Choices(int[] given, Random random) {
        this.given = given;
        this.random = random;
    }

    /** New ones, by chance. */
    public static Choices of(long seed) {
        return new Choices(new int[0], new Random(seed));
    }

    /** Those that were made before; where they end, the first of all possibilities is taken. */
    static Choices again(int[] given) {
        return new Choices(given, null);
    }

    /** A number from 0 to {@code bound - 1}; the first possibility is the simplest. */
    public int below(int bound) {
        int choice = count < given.length
                ? Math.floorMod(given[count], bound)
                : random == null ? 0 : random.nextInt(bound);
        if (count == made.length)
            made = Arrays.copyOf(made, count * 2);
        made[count++] = choice;
        return choice;
    }

    /** True once in so many times. */
    public boolean rarely(int times) {
        return below(times) == times - 1;
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[below(of.length)];
    }

    public <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    int[] made() {
        return Arrays.copyOf(made, count);
    }
}
