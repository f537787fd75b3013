package dev.aisle.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromTheEdgeToTheDomain() {
        LayerRules.check("dev.aisle.ingest");
    }

    @Test
    void wingsUseOnlyWhatStandsBelow() {
        WingRules.check(
                "dev.aisle.ingest",
                "operations",
                "domains",
                "protocols",
                "rejections",
                "door",
                "refine",
                "archive",
                "catalog",
                "settings",
                "shared");
    }

    @Test
    void rulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.aisle.ingest.catalog.documents",
                        "dev.aisle.ingest.refine.flags",
                        "dev.aisle.ingest.refine.values",
                        "dev.aisle.ingest.rejections.mending",
                        "dev.aisle.ingest.shared.events",
                        "dev.aisle.ingest.shared.values")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..", "org.hibernate..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.aisle.ingest"));
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.ingest");
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.ingest");
    }
}
