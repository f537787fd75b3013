package dev.aisle.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The rules that every service keeps: edge → usecase → store → domain, and a domain that knows no framework. */
public final class LayerRules {
    private LayerRules() {}

    /** Checks the classes of a service, for example {@code check("dev.aisle.profile")}. */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        rules().forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> rules() {
        return List.of(layers(), domainIsPlainJava(), noFieldInjection(), grpcOnWorkers(), telltaleNames());
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
