package dev.aisle.recommender.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RowsOfPerson;
import dev.aisle.testing.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An older data directory in the place of the newer one, under a running service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DatabaseGoesBackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Test
    void interactionsAndExposuresThatItLacksAreThereAgainOnce() {
        List<String> people = Written.willingPeople(12);
        await().atMost(PATIENCE)
                .until(() -> people.stream().allMatch(one -> consents.of(one).version() == 1));
        TestDatabase.keepCopy();
        people.forEach(one -> IntStream.range(0, 3).forEach(i -> {
            Written.viewed(one, "tea-" + i);
            Written.shown(one, "home", "tea-" + i);
        }));
        people.forEach(this::awaitRows);

        TestDatabase.goBack();

        people.forEach(this::awaitRows);
    }

    private void awaitRows(String person) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(RowsOfPerson.in(database, person))
                        .containsAllEntriesOf(Map.of("interaction", 3L, "exposure", 3L)));
    }
}
