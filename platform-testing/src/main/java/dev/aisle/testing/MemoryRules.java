package dev.aisle.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Optional;
import java.util.Set;

/** Whatever a service keeps beyond a call, in memory or in files, says by {@code @Keeps} whether it is about persons, and what becomes of it after an erasure. */
public final class MemoryRules {
    private static final String KEEPS = "dev.aisle.contracts.Keeps";

    /** Collections that are made to be shared by calls: whoever makes one means to keep something. */
    private static final Set<String> SHARED = Set.of(
            "java.util.WeakHashMap",
            "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentLinkedDeque",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.ConcurrentSkipListMap",
            "java.util.concurrent.ConcurrentSkipListSet",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.LinkedBlockingDeque",
            "java.util.concurrent.LinkedBlockingQueue",
            "java.util.concurrent.PriorityBlockingQueue",
            "dev.aisle.platform.kafka.CompactedView",
            "dev.aisle.platform.packed.PackedMap");

    /** Methods that open a cache, a file or a store to write: owner and beginning of the name. */
    private static final Set<String> STORES = Set.of(
            "com.github.benmanes.caffeine.cache.Caffeine.newBuilder",
            "java.nio.channels.FileChannel.open",
            "java.nio.file.Files.newBufferedWriter",
            "java.nio.file.Files.newByteChannel",
            "java.nio.file.Files.newOutputStream",
            "java.nio.file.Files.write",
            "java.util.Collections.synchronized",
            "java.util.concurrent.ConcurrentHashMap.newKeySet",
            "org.apache.kafka.streams.state.Stores.",
            "org.apache.lucene.store.FSDirectory.open");

    private MemoryRules() {}

    /** Checks the classes of a package, for example {@code check("dev.aisle.profile")}. */
    public static void check(String rootPackage) {
        ArchRuleDefinition.classes()
                .should(new ArchCondition<JavaClass>("say what they keep") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        fault(type).ifPresent(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
                    }
                })
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage));
    }

    private static Optional<String> fault(JavaClass type) {
        Optional<String> kept = kept(type);
        Optional<JavaAnnotation<JavaClass>> said = outermost(type).tryGetAnnotationOfType(KEEPS);
        if (kept.isPresent() && said.isEmpty()) {
            return Optional.of(type.getName() + " keeps something by " + kept.get() + " and has no @Keeps");
        }
        if (said.isPresent() && said(said.get(), "ofPersons") == said(said.get(), "ofNobody")) {
            return Optional.of(type.getName() + " has a @Keeps that says neither or both of ofPersons and ofNobody");
        }
        return Optional.empty();
    }

    private static Optional<String> kept(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getCallsFromSelf().stream())
                .filter(MemoryRules::keeps)
                .map(call -> call.getTarget().getFullName())
                .findFirst();
    }

    private static boolean keeps(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        if (name.equals("<init>")) {
            // The third parameter of a LinkedHashMap makes it a cache.
            return (SHARED.contains(owner)
                            && !owner.equals(call.getOriginOwner().getName()))
                    || (owner.equals("java.util.LinkedHashMap")
                            && call.getTarget().getRawParameterTypes().size() == 3);
        }
        return STORES.stream().anyMatch((owner + "." + name)::startsWith);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(MemoryRules::outermost).orElse(type);
    }

    private static boolean said(JavaAnnotation<JavaClass> annotation, String property) {
        return annotation.get(property).filter(text -> !text.equals("")).isPresent();
    }
}
