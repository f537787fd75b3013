package dev.aisle.profile;

import dev.aisle.platform.retention.Retention;
import dev.aisle.testing.DataMapRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RetentionRules;
import dev.aisle.testing.StoredTexts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long rows of persons stay, and that no table of persons was forgotten. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RetentionIT {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    Retention retention;

    @Test
    void everyTableOfPersonsIsInTheDataMap() throws SQLException {
        DataMapRules.check("profile-service", dataSource);
    }

    @Test
    void howEachColumnForWordsIsProtectedIsDecided() throws SQLException {
        StoredTexts.check(
                dataSource,
                "analysis.question: the rule of an analysis",
                "segment.description: the shop's own words",
                "segment_version.description: the shop's own words");
    }

    @Test
    void whatIsOlderThanItsPeriodGoesAndTheRestStays() throws SQLException {
        RetentionRules.check(dataSource, () -> retention.enforce(Instant.now()));
    }
}
