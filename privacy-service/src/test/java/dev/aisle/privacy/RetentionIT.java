package dev.aisle.privacy;

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
        DataMapRules.check(
                "privacy-service",
                dataSource,
                "erasure_receipt: as a service signed it, which proves the erasure; those of former versions name the pseudonym",
                "opendsr_request: a keyed fingerprint of the call",
                "pseudonym_rotation: the last pseudonym that a change of the key looked at, while it goes on");
    }

    @Test
    void howEachColumnForWordsIsProtectedIsDecided() throws SQLException {
        StoredTexts.check(
                dataSource,
                "export_part.content: gone when the export is packed",
                "idempotent_answer.answer: an answer of ours",
                "legal_hold.reason: masked",
                "noised_count.question: the rule of a count",
                "subject_request.details: sealed where it identifies",
                "subject_request.extended_because: masked",
                "subject_request.verified_because: masked",
                "told_count.question: the rule of a count");
    }

    @Test
    void whatIsOlderThanItsPeriodGoesAndTheRestStays() throws SQLException {
        RetentionRules.check(dataSource, () -> retention.enforce(Instant.now()));
    }
}
