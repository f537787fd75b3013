package dev.aisle.recommender;

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
        DataMapRules.check("recommender-service", dataSource);
    }

    @Test
    void howEachColumnForWordsIsProtectedIsDecided() throws SQLException {
        StoredTexts.check(
                dataSource,
                "article_version.body: the shop's own words",
                "assistant_unanswered.question: masked",
                "conversation.memory: masked",
                "conversation_message.text: masked",
                "hand_over.body: masked",
                "intent_example.text: masked",
                "model_change.reason: about a model",
                "product_review.body: masked");
    }

    @Test
    void whatIsOlderThanItsPeriodGoesAndTheRestStays() throws SQLException {
        RetentionRules.check(dataSource, () -> retention.enforce(Instant.now()));
    }
}
