package mcnet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.cli.source.FileImports;
import mcnet.cli.source.ValuesFile;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompilerInputs;
import mcnet.language.ParameterValue;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** Options of all commands that read a program: what its parameters are. */
public final class ProgramOptions {
    private ProgramOptions() {}

    /** The given options and those. */
    public static Options add(Options options) {
        return options
                .addOption(Option.builder().longOpt("set").hasArg().argName("NAME=VALUE")
                        .desc("set the value of a parameter; may be repeated").get())
                .addOption(Option.builder().longOpt("set-file").hasArg().argName("FILE")
                        .desc("set parameters from a YAML file; --set has precedence").get())
                .addOption(modules())
                .addOption(CommonOptions.strict());
    }

    public static Option modules() {
        return Option.builder().longOpt("modules").hasArg().argName("DIR")
                .desc("load your own kinds from the Groovy files of a folder; also set by MCNET_MODULES").get();
    }

    /** Those, and which cluster the command is for. */
    public static Options addWithCluster(Options options) {
        return add(options).addOption(Option.builder().longOpt("cluster").hasArg().argName("NAME")
                .desc("the cluster to use, if the program has several").get());
    }

    /** @throws InvalidArgument if a file of values is none */
    static CompilerInputs inputs(CommandLine line, FileImports reader) throws ParseException {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, ParameterValue> settings = new LinkedHashMap<>();
        String[] files = line.getOptionValues("set-file");
        if (files != null)
            for (String file : files)
                settings.putAll(ValuesFile.read(file, found));
        if (!found.isEmpty()) throw new InvalidArgument(found);
        String[] values = line.getOptionValues("set");
        if (values != null) for (String value : values) {
            int is = value.indexOf('=');
            if (is <= 0) throw new ParseException("--set needs NAME=VALUE, not " + value);
            String name = value.substring(0, is);
            settings.put(name, new ParameterValue.One(new Source("--set " + name, value.substring(is + 1))));
        }
        return new CompilerInputs(reader, settings);
    }
}
