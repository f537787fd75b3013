package dev.aisle.algorithms;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import org.junit.jupiter.api.Test;

class PurityTest {
    private final JavaClasses algorithms = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.aisle.algorithms");

    @Test
    void
            theMathematicsNeedsTheJavaLibraryItsDecodersOfPicturesEjmlHipparchusAndTheRulesOfNumbersAddressesAndSignalsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.aisle.algorithms..",
                        "java..",
                        "javax.crypto..",
                        "javax.imageio..",
                        "jdk.incubator.vector..",
                        "org.ejml..",
                        "org.hipparchus..",
                        "org.jspecify.annotations",
                        "com.google.i18n.phonenumbers..",
                        "org.apache.commons.validator.routines..",
                        "org.iban4j..",
                        "com.iab.gpp..")
                .check(algorithms);
    }

    @Test
    void twoClassesKnowTheVectorApiSoThatNothingBreaksWithoutIt() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.aisle.algorithms.kernels.VectorKernels")
                .and()
                .doNotHaveFullyQualifiedName("dev.aisle.algorithms.nearest.VectorByteKernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(algorithms);
    }

    @Test
    void theMathematicsDoesNoInputAndNoOutputButReadsItsOwnTablesAndKeepsItsModelsInFiles() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.aisle.algorithms.privacy.rules.BuiltInRules")
                .and()
                .doNotHaveFullyQualifiedName("dev.aisle.algorithms.text.ToneWords")
                .and()
                .resideOutsideOfPackage("dev.aisle.algorithms.artefact")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.sql..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|Reader|Writer|InputStream|OutputStream|Print).*")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(URL|Socket|ServerSocket|Datagram).*")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(algorithms);
    }

    @Test
    void neitherTheMathematicsNorItsTestsReadTheClockSoThatEveryDayIsAlike() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.time..")))
                        .and(target(name("now")).or(target(nameMatching("system.*|tick.*")))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(new ClassFileImporter().importPackages("dev.aisle.algorithms"));
    }
}
