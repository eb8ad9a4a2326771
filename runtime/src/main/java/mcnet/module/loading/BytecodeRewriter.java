package mcnet.module.loading;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.file.OutputFile;

/**
 * Run by the build: lets compiled modules do without Groovy's runtime, whose registry of meta classes is built at its
 * first use: 280 of the 760 ms of CPU that a plan took. Two things would need it.
 * <ul>
 * <li>The cast behind every generic call is a dynamic call. Here the value is looked at first, and what has the type
 * already, as the compiler has checked, never gets there. Whatever must be converted still is.</li>
 * <li>A text with {@code ${}} is a {@code GString}, whose first one made, with what it loads for its
 * {@code toString}, cost a plan with changes 300 ms. Here it is a {@link TextConcatenation} at once.</li>
 * </ul>
 * Anything else that Groovy decides while it runs ends the build.
 */
public final class BytecodeRewriter implements CodeTransform {
    private static final ClassDesc GSTRING = ClassDesc.of("groovy.lang.GString");
    private static final String GSTRING_MADE = "org/codehaus/groovy/runtime/GStringImpl";

    /** Whether the {@code dup} behind a left out {@code new GStringImpl} is yet to come. */
    private boolean begun;

    private BytecodeRewriter() {}

    /** @param args the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        ClassFile files = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            List<Path> classes = found.filter(f -> f.toString().endsWith(".class")).toList();
            for (Path each : classes) {
                byte[] plain = files.transformClass(files.parse(each),
                        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(BytecodeRewriter::new)));
                if (has(plain, "groovy/lang/GString")) {
                    throw new IllegalStateException(each + ": a text with ${} must be converted to a String here");
                }
                OutputFile.own(each, plain);
            }
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (begun && !(element instanceof PseudoInstruction)) {
            begun = false;
            return;
        }
        switch (element) {
            case NewObjectInstruction made when made.className().asInternalName().equals(GSTRING_MADE) -> begun = true;
            case InvokeInstruction call when call.owner().asInternalName().equals(GSTRING_MADE) -> text(code, call);
            case InvokeInstruction call when isToString(call) -> {}
            case InvokeDynamicInstruction call when isGroovys(call) -> cast(code, call);
            default -> code.with(element);
        }
    }

    private static void text(CodeBuilder code, InvokeInstruction call) {
        code.invokestatic(ClassDesc.of(TextConcatenation.class.getName()), "of",
                call.typeSymbol().changeReturnType(ConstantDescs.CD_String));
    }

    /** Of what is a String here. */
    private static boolean isToString(InvokeInstruction call) {
        return call.owner().asSymbol().equals(GSTRING) && call.name().equalsString("toString");
    }

    private static boolean isGroovys(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().packageName().startsWith("org.codehaus.groovy");
    }

    private static boolean has(byte[] plain, String name) {
        return new String(plain, StandardCharsets.ISO_8859_1).contains(name);
    }

    private static void cast(CodeBuilder code, InvokeDynamicInstruction cast) {
        if (!cast.name().equalsString("cast")) {
            throw new IllegalStateException("not decided at compile time; rewrite it so that the compiler can"
                    + " decide: " + cast);
        }
        MethodTypeDesc types = cast.typeSymbol();
        if (types.parameterType(0).equals(GSTRING) && types.returnType().equals(ConstantDescs.CD_String)) return;
        if (types.parameterType(0).equals(ConstantDescs.CD_Object) && types.returnType().isClassOrInterface()) {
            unlessAlready(code, types.returnType(), cast);
        } else {
            code.with(cast);
        }
    }

    private static void unlessAlready(CodeBuilder code, ClassDesc type, InvokeDynamicInstruction cast) {
        Label already = code.newLabel();
        code.dup().ifnull(already).dup().instanceOf(type).ifne(already).with(cast).labelBinding(already)
                .checkcast(type);
    }
}
