package dev.aisle.local.chaos;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Puts {@link ClockError} behind every question for the time of day: in the JDK's clock and wherever milliseconds are asked for. */
public final class ClockWeaver implements ClassFileTransformer {
    private static final ClassDesc ERROR = ClassDesc.of("dev.aisle.local.chaos.ClockError");
    private static final MethodTypeDesc LONG_TO_LONG = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long);
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

    private ClockWeaver() {}

    /** Weaves what comes, and what is there already of the JDK's clocks. */
    public static void install(Path file, Instrumentation instrumentation) {
        ClockError.follow(file);
        instrumentation.addTransformer(new ClockWeaver(), true);
        try {
            instrumentation.retransformClasses(Clock.class, Class.forName("java.time.Clock$SystemClock"), Date.class);
        } catch (UnmodifiableClassException | ClassNotFoundException e) {
            throw new IllegalStateException("The JDK's clock can't be woven", e);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || name.startsWith("dev/aisle/local/chaos/") || !asksForTime(bytes)) {
            return null;
        }
        // Of the JDK only what was asked for: its own threads and caches keep the right time.
        if (loader == null && redefined == null) {
            return null;
        }
        try {
            var files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader == null ? SYSTEM : loader)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            return files.transformClass(
                    files.parse(bytes), ClassTransform.transformingMethodBodies(ClockWeaver::weave));
        } catch (RuntimeException e) {
            // One class keeps the right time.
            return null;
        }
    }

    /** Looked for as text, for most classes never ask and each class is seen. */
    private static boolean asksForTime(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("currentTimeMillis") || text.contains("getNanoTimeAdjustment");
    }

    private static void weave(CodeBuilder code, CodeElement element) {
        code.with(element);
        if (element instanceof InvokeInstruction call && call.opcode() == Opcode.INVOKESTATIC) {
            var owner = call.owner().asInternalName();
            if (owner.equals("java/lang/System") && call.name().equalsString("currentTimeMillis")) {
                code.invokestatic(ERROR, "wrong", LONG_TO_LONG);
            } else if (owner.equals("jdk/internal/misc/VM") && call.name().equalsString("getNanoTimeAdjustment")) {
                code.invokestatic(ERROR, "wrongNanos", LONG_TO_LONG);
            }
        }
    }
}
