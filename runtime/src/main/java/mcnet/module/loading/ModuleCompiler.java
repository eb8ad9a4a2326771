package mcnet.module.loading;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.file.Folders;
import mcnet.file.OutputFile;
import mcnet.module.Module;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** Groovy files to classes and kinds in a folder, all or nothing. */
final class ModuleCompiler {
    private ModuleCompiler() {}

    /**
     * @param kept the folder to make
     * @return what is wrong; empty: the folder is there
     */
    static List<Diagnostic> of(List<UserModules.Text> texts, Path kept, String kindsFile) throws IOException {
        Path making = Folders.beside(kept);
        try {
            return of(texts, making, kept, kindsFile);
        } finally {
            Folders.remove(making);
        }
    }

    private static List<Diagnostic> of(List<UserModules.Text> texts, Path making, Path kept, String kindsFile)
            throws IOException {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetDirectory(making.toFile());
        CompilationUnit unit = new CompilationUnit(configuration, null,
                new groovy.lang.GroovyClassLoader(ModuleCompiler.class.getClassLoader()));
        for (UserModules.Text text : texts)
            unit.addSource(text.file().toString(), new String(text.bytes(), StandardCharsets.UTF_8));
        try {
            unit.compile(Phases.OUTPUT);
            List<Module> modules = modules(unit, making);
            if (modules.isEmpty())
                return List.of(Diagnostic.error("MC0604", "no class in " + texts.getFirst().file().getParent()
                        + " implements mcnet.module.Module")
                        .why("mcnet finds the kinds of a module through that interface").fix("write class NAME"
                                + " implements Module"));
            List<Kind> kinds = IndexBuild.inOrder(modules).stream().flatMap(m -> m.kinds().stream()).toList();
            ByteArrayOutputStream index = new ByteArrayOutputStream();
            IndexFile.write(Index.of(kinds), index);
            OutputFile.own(making.resolve(kindsFile), index.toByteArray());
            Folders.publish(making, kept);
            return List.of();
        } catch (MultipleCompilationErrorsException e) {
            return errors(e, texts);
        } catch (MissingMethodException e) {
            return List.of(unusable("unknown word " + e.getMethod() + " in a declaration",
                    "write one of the words that mcnet's own modules use"));
        } catch (MissingPropertyException e) {
            return List.of(unusable("unknown word " + e.getProperty() + " in a declaration",
                    "write one of the words that mcnet's own modules use"));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return List.of(unusable(words(e), "a module is a public class with a constructor without parameters"));
        }
    }

    private static List<Module> modules(CompilationUnit unit, Path making) throws ReflectiveOperationException,
            IOException {
        List<Module> modules = new ArrayList<>();
        var loader = new java.net.URLClassLoader(new java.net.URL[]{making.toUri().toURL()},
                ModuleCompiler.class.getClassLoader());
        for (Object each : unit.getClasses()) {
            Class<?> loaded = loader.loadClass(((org.codehaus.groovy.tools.GroovyClass) each).getName());
            if (Module.class.isAssignableFrom(loaded) && !loaded.isInterface())
                modules.add(module(loaded));
        }
        return modules;
    }

    private static Module module(Class<?> loaded) throws ReflectiveOperationException {
        try {
            return (Module) loaded.getDeclaredConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new ReflectiveOperationException("class " + loaded.getName()
                    + " has no constructor without parameters", e);
        }
    }

    private static Diagnostic unusable(String why, String fix) {
        return Diagnostic.error("MC0605", "a module cannot be loaded").why(why).fix(fix);
    }

    /** What a constructor or a declaration threw. */
    private static String words(Throwable thrown) {
        Throwable cause = thrown instanceof InvocationTargetException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static List<Diagnostic> errors(MultipleCompilationErrorsException e, List<UserModules.Text> texts) {
        List<Diagnostic> errors = new ArrayList<>();
        for (Message message : e.getErrorCollector().getErrors())
            errors.add(message instanceof SyntaxErrorMessage syntax
                    ? error(syntax, texts)
                    : Diagnostic.error("MC0607", "a module does not compile").why(words(message))
                            .fix("correct it, or use another folder"));
        return errors;
    }

    private static String words(Message message) {
        return switch (message) {
            case SimpleMessage simple -> simple.getMessage();
            case ExceptionMessage thrown -> thrown.getCause().toString();
            default -> message.toString();
        };
    }

    private static Diagnostic error(SyntaxErrorMessage message, List<UserModules.Text> texts) {
        var cause = message.getCause();
        UserModules.Text text = texts.stream().filter(t -> t.file().toString().equals(cause.getSourceLocator()))
                .findFirst().orElse(texts.getFirst());
        Source source = new Source(text.file().toString(), new String(text.bytes(), StandardCharsets.UTF_8));
        int start = offset(source.text(), cause.getStartLine(), cause.getStartColumn());
        int end = Math.max(start, Math.min(source.text().length(), offset(source.text(), cause.getStartLine(),
                Math.max(cause.getEndColumn(), cause.getStartColumn() + 1))));
        return Diagnostic.error("MC0606", "a module does not compile", new Label(new Span(source, start, end), ""))
                .why(cause.getOriginalMessage().lines().findFirst().orElse("")).fix("correct it, or use another"
                        + " folder");
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            if (next < 0)
                break;
            at = next + 1;
        }
        return Math.min(text.length(), at + Math.max(0, column - 1));
    }
}
