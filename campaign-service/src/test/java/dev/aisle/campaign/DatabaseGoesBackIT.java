package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RowsOfPerson;
import dev.aisle.testing.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An older data directory in the place of the newer one, under a running service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class DatabaseGoesBackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Shoppers shoppers;

    @Inject
    AgroalDataSource database;

    @Test
    void whatPeopleBoughtAndTheirSegmentsAreThereAgainOnce() {
        List<Shopper> people =
                Stream.generate(() -> shoppers.treated("cross-sell")).limit(6).toList();
        TestDatabase.keepCopy();
        for (Shopper one : people) {
            one.does(EventType.PURCHASE, "milk");
            one.does(EventType.PURCHASE, "bread");
            one.moves("vip", Direction.ENTERED, 1);
        }
        people.forEach(this::awaitRows);

        TestDatabase.goBack();

        people.forEach(this::awaitRows);
    }

    private void awaitRows(Shopper shopper) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(RowsOfPerson.in(database, shopper.pseudonym()))
                    .containsAllEntriesOf(Map.of("person_item", 2L, "segment_member", 1L));
            assertThat(purchases(shopper)).isEqualTo(2);
        });
    }

    private long purchases(Shopper shopper) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select purchases from person where pseudonym = ?")) {
            select.setString(1, shopper.pseudonym());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
