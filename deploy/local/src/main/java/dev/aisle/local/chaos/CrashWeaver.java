package dev.aisle.local.chaos;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Puts a call of {@link CrashCountdown#hit} at the entry or the exits of one method of one class. */
public final class CrashWeaver implements ClassFileTransformer {
    /** The script names something that isn't there. */
    static final int NOT_WOVEN = 87;

    private static final ClassDesc COUNTDOWN = ClassDesc.of("dev.aisle.local.chaos.CrashCountdown");
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();
    private final CrashPlace place;

    private CrashWeaver(CrashPlace place) {
        this.place = place;
    }

    /** Reads the script and waits for its class. */
    public static void install(String script, Instrumentation instrumentation) {
        var place = CrashPlace.parse(script);
        CrashCountdown.start(place.hits());
        instrumentation.addTransformer(new CrashWeaver(place));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!name.equals(place.className().replace('.', '/'))) {
            return null;
        }
        try {
            return woven(bytes, loader == null ? SYSTEM : loader);
        } catch (RuntimeException e) {
            // The JVM swallows what a transformer throws, and the trial would wait for a crash that never comes.
            System.err.println("Cannot weave " + place + ": " + e);
            Runtime.getRuntime().halt(NOT_WOVEN);
            return null;
        }
    }

    private byte[] woven(byte[] bytes, ClassLoader loader) {
        var files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        var model = files.parse(bytes);
        if (model.methods().stream().noneMatch(method -> method.methodName().equalsString(place.method()))) {
            throw new IllegalArgumentException("the class has no such method");
        }
        return files.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString(place.method()),
                        place.atEntry() ? new AtEntry() : CrashWeaver::atExit));
    }

    private static void atExit(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            code.invokestatic(COUNTDOWN, "hit", NOTHING);
        }
        code.with(element);
    }

    private static final class AtEntry implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            code.invokestatic(COUNTDOWN, "hit", NOTHING);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }
}
