package mcnet.module;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run by the build: lets compiled modules do without Groovy's runtime as long as they only read facts. Groovy compiles
 * the cast behind every generic call, and every text with {@code ${}}, to a dynamic call whose first use builds the
 * registry of meta classes: 280 of the 760 ms of CPU that a plan took. Here the value is looked at first, and what has
 * the type already, as the compiler has checked, never gets there. Whatever must be converted still is.
 */
public final class PlainCasts {
    private static final ClassDesc GSTRING = ClassDesc.of("groovy.lang.GString");

    private PlainCasts() {}

    /** @param args the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        ClassFile files = ClassFile.of();
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            List<Path> classes = found.filter(f -> f.toString().endsWith(".class")).toList();
            for (Path each : classes) {
                Files.write(each, files.transformClass(files.parse(each),
                        ClassTransform.transformingMethodBodies(PlainCasts::mend)));
            }
        }
    }

    private static void mend(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && call.name().equalsString("cast")
                && call.typeSymbol().returnType().isClassOrInterface()) {
            ClassDesc from = call.typeSymbol().parameterType(0);
            ClassDesc to = call.typeSymbol().returnType();
            if (from.equals(GSTRING) && to.equals(ConstantDescs.CD_String)) {
                code.invokevirtual(ConstantDescs.CD_Object, "toString",
                        MethodTypeDesc.of(ConstantDescs.CD_String));
                return;
            }
            if (from.equals(ConstantDescs.CD_Object)) {
                unlessAlready(code, to, call);
                return;
            }
        }
        code.with(element);
    }

    private static void unlessAlready(CodeBuilder code, ClassDesc type, InvokeDynamicInstruction cast) {
        Label already = code.newLabel();
        code.dup().ifnull(already).dup().instanceOf(type).ifne(already).with(cast).labelBinding(already)
                .checkcast(type);
    }
}
