package dev.aisle.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * The rules that every service keeps: edge → usecase → store → domain, and a domain that knows no framework. A small feature is one package, in
 * which the names tell the layers.
 */
public final class LayerRules {
    private static final DescribedPredicate<JavaClass> IS_EDGE =
            describe("answer calls or take records", LayerRules::isEdge);
    private static final DescribedPredicate<JavaClass> IS_STORE =
            describe("are a store", type -> outermost(type).getSimpleName().endsWith("Repository"));

    private LayerRules() {}

    /** Checks the classes of a service, for example {@code check("dev.aisle.profile")}. */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        rules().forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> rules() {
        return List.of(
                layers(),
                nobodyCallsAnEdge(),
                storesCallNoUseCase(),
                domainIsPlainJava(),
                noFieldInjection(),
                grpcOnWorkers(),
                telltaleNames());
    }

    private static ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("edge")
                .definedBy("..edge..")
                .optionalLayer("usecase")
                .definedBy("..usecase..")
                .optionalLayer("store")
                .definedBy("..store..")
                .optionalLayer("domain")
                .definedBy("..domain..")
                .whereLayer("edge")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("usecase")
                .mayOnlyBeAccessedByLayers("edge")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("edge", "usecase");
    }

    /** Whatever answers calls or takes records is called by the framework alone; edges may share. */
    private static ArchRule nobodyCallsAnEdge() {
        return noClasses()
                .that(not(IS_EDGE))
                .should()
                .dependOnClassesThat(IS_EDGE)
                .allowEmptyShould(true);
    }

    /** What stands inside of a class belongs to it. */
    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayerRules::outermost).orElse(type);
    }

    private static boolean isEdge(JavaClass inner) {
        JavaClass type = outermost(inner);
        return type.isAnnotatedWith("jakarta.ws.rs.Path")
                || type.isAnnotatedWith("io.quarkus.grpc.GrpcService")
                || type.getMethods().stream()
                        .anyMatch(method ->
                                method.isAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming"));
    }

    /** A use case is told by what it does: it calls repositories. */
    private static ArchRule storesCallNoUseCase() {
        return noClasses()
                .that(IS_STORE)
                .should()
                .dependOnClassesThat(describe("call a store", LayerRules::callsStore))
                .allowEmptyShould(true);
    }

    private static boolean callsStore(JavaClass type) {
        return type.getPackageName().startsWith("dev.aisle.")
                && !IS_STORE.test(type)
                && type.getDirectDependenciesFromSelf().stream().anyMatch(use -> IS_STORE.test(use.getTargetClass()));
    }

    private static ArchRule domainIsPlainJava() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..", "org.hibernate..")
                .allowEmptyShould(true);
    }

    private static ArchRule noFieldInjection() {
        return NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);
    }

    /** Quarkus 3.33 hands a call's events to virtual threads without order: docs/decisions/0023. */
    private static ArchRule grpcOnWorkers() {
        return noClasses()
                .that()
                .areAnnotatedWith("io.quarkus.grpc.GrpcService")
                .should()
                .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                .allowEmptyShould(true);
    }

    private static ArchRule telltaleNames() {
        List<String> refused = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info");
        return classes().should(new ArchCondition<JavaClass>("have a name that says what they do") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean telltale = refused.stream().anyMatch(name::endsWith);
                events.add(new SimpleConditionEvent(type, !telltale, type.getName() + " ends in one of " + refused));
            }
        });
    }
}
