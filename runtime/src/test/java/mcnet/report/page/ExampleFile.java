package mcnet.report.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the file of an example is read, where {@code mcnet check} of that file alone would not show the code. */
enum ExampleFile {
    /** A preseed, by {@code mcnet import --preseed}. */
    PRESEED,
    /** A program, by {@code mcnet print --preseed}. */
    PROGRAM_OF_A_PRESEED,
    /** Values of parameters, by {@code --set-file}. */
    VALUES,
    /** An inventory, in whose folder a program names it. */
    INVENTORY,
    /** A program that names another file. */
    PROGRAM_OF_SEVERAL_FILES;

    private static final Pattern PRESEEDS = Pattern.compile("MC06[2-4]\\d");
    private static final Pattern VALUE_FILES = Pattern.compile("MC0(43[89]|45[4-7])");
    private static final Pattern OTHER_FILE = Pattern.compile("\\b(import|inventory) \"");

    /** @return empty for a program that stands alone */
    static Optional<ExampleFile> of(String page, String language, String text) {
        boolean program = language.equals("mcnet");
        if (PRESEEDS.matcher(page).matches()) return Optional.of(program ? PROGRAM_OF_A_PRESEED : PRESEED);
        if (program) return OTHER_FILE.matcher(text).find() ? Optional.of(PROGRAM_OF_SEVERAL_FILES) : Optional.empty();
        return Optional.of(VALUE_FILES.matcher(page).matches() ? VALUES : INVENTORY);
    }
}
