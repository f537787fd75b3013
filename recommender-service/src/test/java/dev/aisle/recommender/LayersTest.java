package dev.aisle.recommender;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.trainer.domain.DeedReader;
import dev.aisle.recommender.models.trainer.usecase.TrainerJob;
import dev.aisle.testing.LayerRules;
import dev.aisle.testing.StaffWriteRules;
import org.junit.jupiter.api.Test;

class LayersTest {
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
                .and()
                .resideOutsideOfPackages("..domain..")
                .and()
                .doNotHaveFullyQualifiedName(TrainerJob.class.getName())
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
}
