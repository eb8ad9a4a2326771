package mcnet.generated;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that must hold for whatever is generated. A counterexample is made smaller before it is shown: choices are
 * left out and lowered as long as the property fails.
 */
public final class Property {
    private static final int TRIES = 2000;

    private Property() {}

    /**
     * @param seed of the first round; the next has the next
     * @param generator from choices to a thing, whose text is shown when it fails
     */
    public static <T> void holds(long seed, int rounds, Function<Choices, T> generator, Consumer<T> property) {
        for (int round = 0; round < rounds; round++) {
            Choices choices = Choices.of(seed + round);
            T thing = generator.apply(choices);
            if (fails(property, thing) == null)
                continue;
            T smallest = generator.apply(Choices.again(shrunk(choices.made(), generator, property)));
            throw new AssertionError(
                    "-Dseed=" + (seed + round) + " -Drounds=1 fails for\n" + smallest + "\nmade smaller from\n"
                            + thing,
                    fails(property, smallest));
        }
    }

    private static <T> Throwable fails(Consumer<T> property, T thing) {
        try {
            property.accept(thing);
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return e;
        }
    }

    private static <T> int[] shrunk(int[] choices, Function<Choices, T> generator, Consumer<T> property) {
        int[] best = choices;
        int tries = 0;
        boolean smaller = true;
        while (smaller && tries < TRIES) {
            smaller = false;
            for (int length = Math.max(1, best.length / 2); length >= 1 && tries < TRIES; length /= 2)
                for (int at = best.length - length; at >= 0 && tries < TRIES; at--) {
                    for (int[] attempt : new int[][]{without(best, at, length), lowered(best, at, length)}) {
                        tries++;
                        if (attempt != null && fails(property, generator.apply(Choices.again(attempt))) != null) {
                            best = attempt;
                            smaller = true;
                            break;
                        }
                    }
                    at = Math.min(at, best.length - length + 1);
                }
        }
        return best;
    }

    private static int[] without(int[] choices, int at, int length) {
        if (at < 0 || at + length > choices.length)
            return null;
        int[] fewer = Arrays.copyOf(choices, choices.length - length);
        System.arraycopy(choices, at + length, fewer, at, choices.length - at - length);
        return fewer;
    }

    /** All of a stretch at their simplest; null where they are so. */
    private static int[] lowered(int[] choices, int at, int length) {
        int[] lower = choices.clone();
        boolean any = false;
        for (int i = at; i < Math.min(at + length, choices.length); i++) {
            any |= lower[i] > 0;
            lower[i] = length == 1 ? lower[i] / 2 : 0;
        }
        return any ? lower : null;
    }
}
