package dev.aisle.recommender;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.trainer.DeedReader;
import dev.aisle.recommender.models.trainer.TrainerJob;
import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    /** Plain Java of those packages: what a training is computed with, and no bean. */
    private static final DescribedPredicate<JavaClass> LEARNS = resideInAnyPackage(
                    "..domain..", "..models.choice", "..models.fairness", "..models.gate", "..models.outside")
            .and(not(describe(
                    "are beans",
                    type -> type.getAnnotations().stream()
                            .anyMatch(annotation ->
                                    annotation.getRawType().getPackageName().startsWith("jakarta.")))));

    @Test
    void wingsFormAColumn() {
        WingRules.check(
                "dev.aisle.recommender",
                "intake",
                "assistance",
                "serving",
                "search",
                "served",
                "models",
                "interactions",
                "catalog");
    }

    @Test
    void onlyItsHostKnowsTheAssistant() {
        noClasses()
                .that()
                .resideInAPackage("dev.aisle.recommender..")
                .and()
                .resideOutsideOfPackage("dev.aisle.recommender.assistance")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.aisle.assistant..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.aisle.recommender"));
    }

    @Test
    void layersPointOneWay() {
        LayerRules.check("dev.aisle.recommender");
    }

    /** What a training takes is gone with the process that trains: docs/decisions. */
    @Test
    void onlyTheProcessThatTrainsHoldsWhatIsLearnedFrom() {
        noClasses()
                .that()
                .resideInAPackage("dev.aisle.recommender..")
                .and(not(LEARNS))
                .and()
                .doNotBelongToAnyOf(TrainerJob.class, DeedReader.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(TrainingSet.class, TrainingSetBuilder.class, DeedReader.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.aisle.recommender"));
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.recommender");
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.recommender");
    }
}
