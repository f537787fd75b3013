package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule for everything that staff can change: the audit log has it, or somebody has written down why not. */
public final class StaffWriteRules {
    private static final List<String> STAFF =
            List.of("marketer", "analyst", "operator", "privacy-officer", "auditor", "ads:export");
    private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "DELETE");
    private static final String CHANGES = "dev.aisle.platform.audit.Changes";
    private static final String CHANGES_NOTHING = "dev.aisle.platform.audit.ChangesNothing";

    private StaffWriteRules() {}

    /** Fails for a writing route of staff that is neither marked with what it changes nor with why it isn't recorded. */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        List<JavaMethod> writes = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(StaffWriteRules::writes)
                .filter(StaffWriteRules::isForStaff)
                .toList();

        assertThat(writes).as("writing routes of staff in " + rootPackage).isNotEmpty();
        assertThat(writes.stream()
                        .filter(method -> !decided(method) && !decided(method.getOwner()))
                        .map(JavaMethod::getFullName))
                .as("routes by which staff writes, without @Changes or @ChangesNothing")
                .isEmpty();
    }

    private static boolean writes(JavaMethod method) {
        return WRITES.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
    }

    private static boolean isForStaff(JavaMethod method) {
        if (method.isAnnotatedWith("jakarta.annotation.security.PermitAll")) {
            return false;
        }
        return rolesOf(method).or(() -> rolesOf(method.getOwner())).stream()
                .flatMap(Arrays::stream)
                .anyMatch(STAFF::contains);
    }

    private static Optional<String[]> rolesOf(HasAnnotations<?> element) {
        return element.tryGetAnnotationOfType("jakarta.annotation.security.RolesAllowed")
                .flatMap(roles -> roles.get("value"))
                .map(String[].class::cast);
    }

    private static boolean decided(HasAnnotations<?> element) {
        return Stream.of(CHANGES, CHANGES_NOTHING).anyMatch(element::isAnnotatedWith);
    }
}
