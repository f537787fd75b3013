package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Trainings that come to nothing. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FailedTrainingIT {
    @Inject
    AgroalDataSource database;

    @Test
    void aSuddenDropEndsTheTrainingUntilSomebodySaysThatItIsRight() throws SQLException {
        TrainedShop.make();
        String before = Registry.trained();
        execute("""
            update training set result = jsonb_set(result, '{figures,interactions}', '100000')
            where model_version = '%s'
            """.formatted(before));

        TrainedShop.trainedUntilItEnds("{}")
                .body("status", is("failed"), "failure", startsWith("The checks failed: drop: 0.9"))
                .body("modelVersion", nullValue())
                .body("result.checks.find { it.name == 'drop' }.outcome", is("failed"))
                .body("result.checks.find { it.name == 'drop' }.limit", is("at most 0.500"));
        assertThat(Registry.inUse()).isEqualTo(before);

        TrainedShop.trainedUntilItEnds("{\"force\":true,\"reason\":\"the shop in Spain is closed\"}")
                .body("status", is("completed"), "forced", is("the shop in Spain is closed"))
                .body("result.checks.find { it.name == 'drop' }.outcome", is("failed"));
        assertThat(Registry.inUse()).isGreaterThan(before);
    }

    @Test
    void anInstanceThatDiedInATrainingFreesThePlaceAndTheOldModelServes() throws SQLException {
        TrainedShop.make();
        String before = Registry.trained();
        UUID dead = UUID.randomUUID();
        execute("""
            insert into training (id, status, stage, progress, last_interaction, heartbeat_at)
            values ('%s', 'running', 'fitting ials', 0.7, 0, now() - interval '31 seconds')
            """.formatted(dead));
        assertThat(Registry.inUse()).isEqualTo(before);

        String next = Registry.trained();

        TrainedShop.training("/v1/models/trainings/" + dead)
                .body("status", is("failed"), "failure", is("The instance that ran it is gone."));
        assertThat(Registry.inUse()).isEqualTo(next);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
