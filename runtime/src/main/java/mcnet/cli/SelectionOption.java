package mcnet.cli;

import java.util.List;
import mcnet.planner.Selection;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code --only KIND=NAME}: a run about some objects, and what they cannot do without. */
public final class SelectionOption {
    private static final String ONLY = "only";

    private SelectionOption() {}

    public static Options add(Options options) {
        return options.addOption(Option.builder().longOpt(ONLY).hasArg().argName("KIND=NAME")
                .desc("only this object and what it depends on; may be repeated").get());
    }

    public static Selection of(CommandLine line) throws ParseException {
        String[] values = line.getOptionValues(ONLY);
        if (values == null) return Selection.ALL;
        for (String value : values)
            if (value.indexOf('=') <= 0 || value.endsWith("="))
                throw new ParseException("--" + ONLY + " needs KIND=NAME, such as network=web, not " + value);
        return new Selection(List.of(values));
    }
}
