package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.Crowd;
import dev.aisle.profile.analysis.SmallPages;
import dev.aisle.profile.models.fitting.JobKind;
import dev.aisle.profile.models.jobs.JobRepository;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A model that is fitted anew moves people between segments, though nobody did anything. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SmallPages.class)
class NewModelIT {
    private static final int BUYERS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    EventsOfPeople people;

    @Inject
    AgroalDataSource database;

    @Inject
    JobRepository jobs;

    @Test
    void segmentsThatAskForItsValuesAreLookedAtAgain() throws SQLException {
        await().atMost(PATIENCE)
                .until(() -> Arrays.stream(JobKind.values())
                        .allMatch(kind -> jobs.running(kind).isEmpty()));
        noModels();
        Shopper loyal = Shopper.consenting();
        for (int week = 9; week > 0; week--) {
            loyal.does(EventType.PURCHASE, "tea", Instant.now().minus(Duration.ofDays(7L * week)), 1);
        }
        buyers();
        String told = Marketer.made("told", "value(churn) >= 0");
        String others = Marketer.made("others", "did(search)");
        String lookedAt = backfillOf(others);
        assertThat(Marketer.members(told)).isEmpty();

        fit();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Marketer.members(told)).contains(loyal.pseudonym()));
        assertThat(backfillOf(others)).isEqualTo(lookedAt);
    }

    private static String backfillOf(String segment) {
        return Marketer.get(segment).jsonPath().getMap("backfill").toString();
    }

    private void noModels() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from model");
        }
    }

    /** Enough of them for a fit; whoever bought comes again, some longer ago than others. */
    private void buyers() {
        try (Crowd crowd = new Crowd()) {
            Random random = new Random(5);
            for (int i = 0; i < BUYERS; i++) {
                String person = crowd.person();
                double day = 40 + 120 * random.nextDouble();
                for (int n = 0; n <= i % 5 && day > 6; n++) {
                    crowd.buys(person, Instant.now().minusSeconds((long) (86_400 * day)), "tea", 500 + 10L * i);
                    day -= 5 + 20 * random.nextDouble();
                }
            }
            crowd.awaitFolded(people);
        }
    }

    private static void fit() {
        String id = Marketer.as(Role.OPERATOR)
                .body("{\"kind\":\"lifetime\"}")
                .post("/v1/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .until(() -> "done"
                        .equals(Marketer.as(Role.ANALYST).get("/v1/jobs/" + id).path("state")));
    }
}
