package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.store.PersonRepository;
import dev.aisle.profile.people.usecase.KeepEvents;
import dev.aisle.profile.segments.members.LookAgain;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A look at somebody waits for whoever has the row, and sees what that one wrote. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LookAgainIT {
    @Inject
    LookAgain lookAgain;

    @Inject
    KeepEvents keepEvents;

    @Inject
    PersonRepository people;

    @Inject
    AgroalDataSource database;

    @Test
    void anEventThatCameWhileALookWaitedDoesNotTakeThePersonOut() {
        String id = Marketer.made("waited", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.PRODUCT_VIEW, "x");
        Memberships.awaitMember("new-visitor", shopper);

        CompletableFuture<Void> look = QuarkusTransaction.requiringNew().call(() -> {
            people.raise(List.of(shopper.pseudonym()));
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> lookAgain.at(List.of(shopper.pseudonym())));
            await().until(this::somebodyWaitsForAPerson);
            keepEvents.take(Map.of(shopper.pseudonym(), List.of(search(Instant.now()))), List.of(), Instant.now());
            return waiting;
        });
        look.join();

        assertThat(Memberships.changes(shopper, id, 1))
                .extracting(SegmentChange::getDirection)
                .containsExactly(Direction.ENTERED);
        assertThat(Marketer.members(id)).contains(shopper.pseudonym());
    }

    private boolean somebodyWaitsForAPerson() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_stat_activity"
                                + " where wait_event_type = 'Lock' and datname = current_database() and query ilike '%person%')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static PersonEvent search(Instant at) {
        return new PersonEvent(
                4711,
                at,
                EventType.SEARCH,
                Set.of(Purpose.PERSONALIZATION),
                1,
                0,
                "",
                List.of(),
                null,
                "",
                null,
                PersonContext.NONE,
                EventQuality.PLAIN);
    }
}
