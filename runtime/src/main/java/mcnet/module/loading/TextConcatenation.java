package mcnet.module.loading;

/** What a text with {@code ${}} in a shipped module is compiled to, by {@link BytecodeRewriter}. */
public final class TextConcatenation {
    private TextConcatenation() {}

    /**
     * @param values what stands in the braces
     * @param texts what stands before, between and, if there is anything, behind them
     */
    public static String of(Object[] values, String[] texts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(values.length, texts.length); i++) {
            if (i < texts.length) text.append(texts[i]);
            if (i < values.length) text.append(values[i]);
        }
        return text.toString();
    }
}
