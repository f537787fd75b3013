package dev.aisle.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The wings of a service: the packages right below its root, each of which uses only those below it. */
public final class WingRules {
    private WingRules() {}

    /** Checks that the wings of a service form a column and no circle; they are named from the top to the bottom. */
    public static void check(String rootPackage, String... fromTheTop) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles().check(classes);
        ArchRuleDefinition.classes()
                .should(useOnlyWhatStandsBelow(rootPackage, List.of(fromTheTop)))
                .check(classes);
    }

    private static ArchCondition<JavaClass> useOnlyWhatStandsBelow(String rootPackage, List<String> wings) {
        return new ArchCondition<>("stand in one of " + wings + " and use only what stands below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = wing(rootPackage, type);
                if (!own.isEmpty() && !wings.contains(own)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " stands in the wing " + own + ", which is none of " + wings));
                }
                for (Dependency use : type.getDirectDependenciesFromSelf()) {
                    String used = wing(rootPackage, use.getTargetClass());
                    if (wings.contains(own) && wings.contains(used) && wings.indexOf(used) < wings.indexOf(own)) {
                        events.add(SimpleConditionEvent.violated(
                                type, own + " uses " + used + ", which stands above it: " + use.getDescription()));
                    }
                }
            }
        };
    }

    /** The wing in which a class stands; empty for one that is outside of the service or right at its root. */
    private static String wing(String rootPackage, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(rootPackage + ".")
                ? name.substring(rootPackage.length() + 1).split("\\.", -1)[0]
                : "";
    }
}
