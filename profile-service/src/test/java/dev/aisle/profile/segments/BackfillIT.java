package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.positions.ConsumedPartition;
import dev.aisle.platform.positions.ConsumerPositions;
import dev.aisle.profile.segments.members.MemberRepository;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** A new rule is held against everybody, once. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BackfillIT {
    @Inject
    MemberRepository members;

    @Inject
    BackfillRepository backfills;

    @Inject
    AgroalDataSource database;

    @Inject
    ConsumerPositions positions;

    @Test
    void whoDidSomethingBeforeASegmentWasMadeIsInItAfterwards() {
        String tea = Marketer.freshId("before");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.PRODUCT_VIEW, tea);
        Memberships.awaitMember("new-visitor", shopper);

        String id = Marketer.made("before", "did(product_view where category = \"" + tea + "\")");
        assertThat(Marketer.members(id)).containsExactly(shopper.pseudonym());
        String other = Marketer.made("on-top", "in segment \"" + id + "\" and not in segment \"buyer\"");
        assertThat(Marketer.members(other)).containsExactly(shopper.pseudonym());

        String nobodys = "did(product_view where category = \"" + Marketer.freshId("nobodys") + "\")";
        Marketer.put(id, nobodys, "\"v1\"").then().statusCode(200).header("ETag", equalTo("\"v2\""));
        Marketer.awaitBackfill(id);
        assertThat(Marketer.members(id)).isEmpty();
        assertThat(Marketer.members(other))
                .as("what rests on it changes with it")
                .isEmpty();
    }

    /** As after a restart: what is written says that it runs, and how far it came. */
    @Test
    void aLookAtEverybodyGoesOnBehindItsCheckpoint() {
        String tea = Marketer.freshId("checkpoint");
        String id = Marketer.made("checkpoint", "did(product_view where category = \"" + tea + "\")");
        List<Shopper> shoppers = Stream.of(Shopper.unknown(), Shopper.unknown())
                .sorted(Comparator.comparing(Shopper::pseudonym))
                .toList();
        List<RecordMetadata> said = shoppers.stream()
                .map(shopper -> shopper.says(1, ConsentStatus.GRANTED, 0))
                .toList();
        shoppers.forEach(shopper -> shopper.does(EventType.PRODUCT_VIEW, tea));
        shoppers.forEach(shopper -> Memberships.awaitMember(id, shopper));

        // A look for the sake of a consent, and a backfill that runs already, would come to the first of them too.
        said.forEach(this::awaitFollowed);
        await().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            if (!backfills.lock() || backfills.next().isPresent()) {
                return false;
            }
            shoppers.forEach(shopper -> members.removeAll(shopper.pseudonym()));
            runningFrom(id, shoppers.getFirst().pseudonym());
            return true;
        }));
        Memberships.awaitMember(id, shoppers.getLast());
        Marketer.awaitBackfill(id);

        assertThat(Marketer.members(id)).containsExactly(shoppers.getLast().pseudonym());
    }

    private void awaitFollowed(RecordMetadata consent) {
        ConsumedPartition partition = positions.partition("consents", consent.topic(), consent.partition());
        await().atMost(Memberships.PATIENCE).until(() -> positions.lock(partition) > consent.offset());
    }

    private void runningFrom(String segment, String checkpoint) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into segment_backfill
                            (segment_id, version, state, checkpoint, seen, people, asked_at, started_at)
                        values (?, 1, 'running', ?, 1, 2, now(), now())
                        """)) {
            insert.setString(1, segment);
            insert.setString(2, checkpoint);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The backfill could not be written", e);
        }
    }
}
