package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.store.DayRepository;
import dev.aisle.profile.segments.store.DueRepository;
import dev.aisle.profile.segments.store.MemberRepository;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentsIT {
    private static final Logger LOG = Logger.getLogger(SegmentsIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DueRepository due;

    @Inject
    DayRepository days;

    @Inject
    MemberRepository members;

    @Inject
    AgroalDataSource database;

    @Test
    void anEventMovesAPersonIntoASegmentAndOutOfIt() throws InvalidProtocolBufferException {
        String tea = Marketer.freshId("tea");
        String id =
                Marketer.made("tea", "count(product_view where category = \"" + tea + "\") >= 2 and not did(purchase)");
        Shopper shopper = Shopper.consenting();

        shopper.does(EventType.PRODUCT_VIEW, tea);
        shopper.does(EventType.PRODUCT_VIEW, tea);
        awaitMember(id, shopper);
        shopper.does(EventType.PURCHASE, tea);
        awaitNoMember(id, shopper);

        List<SegmentChange> changes = changes(shopper, id, 2);
        assertThat(changes).extracting(SegmentChange::getDirection).containsExactly(Direction.ENTERED, Direction.LEFT);
        assertThat(changes).allMatch(change -> change.getSegmentVersion() == 1);
        assertThat(changes.getFirst().getProfileVersion())
                .isLessThan(changes.getLast().getProfileVersion());
    }

    @Test
    void timeAloneMovesAPersonOut() throws InvalidProtocolBufferException {
        String id = Marketer.made("now", "did(search in last 1 minutes)");
        Shopper shopper = Shopper.consenting();
        Instant searched = Instant.now().minusSeconds(50);

        shopper.does(EventType.SEARCH, "x", searched, 1);
        awaitMember(id, shopper);
        awaitNoMember(id, shopper);

        SegmentChange left = changes(shopper, id, 2).getLast();
        assertThat(left.getDirection()).isEqualTo(Direction.LEFT);
        assertThat(left.getChangedAt().getSeconds())
                .isGreaterThanOrEqualTo(searched.plusSeconds(60).getEpochSecond());
    }

    @Test
    void anAbsenceIsFulfilledByTime() {
        String id = Marketer.made("left-behind", "sequence(cart_add -> not purchase within 1 minutes)");
        Shopper shopper = Shopper.consenting();
        Shopper buyer = Shopper.consenting();
        Instant added = Instant.now().minusSeconds(50);

        shopper.does(EventType.CART_ADD, "x", added, 1);
        buyer.does(EventType.CART_ADD, "x", added, 1);
        buyer.does(EventType.PURCHASE, "x", added.plusSeconds(10), 1);

        awaitMember(id, shopper);
        assertThat(Instant.now()).isAfterOrEqualTo(added.plusSeconds(60));
        assertThat(Marketer.members(id)).doesNotContain(buyer.pseudonym());
    }

    @Test
    void whoTookADuePersonAndDiedIsReplaced() {
        String id = Marketer.made("brief", "did(search in last 1 minutes)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x", Instant.now().minusSeconds(40), 1);
        awaitMember(id, shopper);

        List<String> taken = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            taken.addAll(QuarkusTransaction.requiringNew()
                    .call(() -> due.take(Instant.now().plusSeconds(20), Duration.ofSeconds(2), 500)));
            return taken.contains(shopper.pseudonym());
        });

        awaitNoMember(id, shopper);
    }

    @Test
    void whatRobotsDoDoesNotCount() {
        String tea = Marketer.freshId("robots");
        String id = Marketer.made("robots", "did(product_view where category = \"" + tea + "\")");
        Shopper robot = Shopper.consenting();
        Shopper human = Shopper.consenting();

        robot.robotDoes(EventType.PRODUCT_VIEW, tea);
        human.does(EventType.PRODUCT_VIEW, tea);

        awaitMember(id, human);
        assertThat(Marketer.members(id)).doesNotContain(robot.pseudonym());
    }

    @Test
    void aWithdrawalTakesOutAndANewGrantDoesNotBringBackWhatWasBefore() throws InvalidProtocolBufferException {
        String id = Marketer.made("searchers", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x");
        awaitMember(id, shopper);

        shopper.says(2, ConsentStatus.WITHDRAWN, 2);
        assertThat(changes(shopper, id, 2).getLast().getDirection()).isEqualTo(Direction.LEFT);
        shopper.says(3, ConsentStatus.GRANTED, 2);
        shopper.does(EventType.SEARCH, "late", Instant.now(), 1);
        shopper.does(EventType.PRODUCT_VIEW, "x", Instant.now(), 3);
        awaitMember("new-visitor", shopper);

        assertThat(Marketer.members(id)).doesNotContain(shopper.pseudonym());
        shopper.does(EventType.SEARCH, "x", Instant.now(), 3);
        awaitMember(id, shopper);
    }

    @Test
    void anErasureLeavesNothingOfAPerson() {
        String id = Marketer.made("erased", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x");
        awaitMember(id, shopper);

        shopper.asksForErasure();

        awaitNoMember(id, shopper);
        awaitNoMember("new-visitor", shopper);
    }

    @Test
    void whoDidSomethingBeforeASegmentWasMadeIsInItAfterwards() {
        String tea = Marketer.freshId("before");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.PRODUCT_VIEW, tea);
        awaitMember("new-visitor", shopper);

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
        List<Shopper> shoppers = Stream.of(Shopper.consenting(), Shopper.consenting())
                .sorted(Comparator.comparing(Shopper::pseudonym))
                .toList();
        shoppers.forEach(shopper -> shopper.does(EventType.PRODUCT_VIEW, tea));
        shoppers.forEach(shopper -> awaitMember(id, shopper));

        QuarkusTransaction.requiringNew().run(() -> {
            shoppers.forEach(shopper -> members.removeAll(shopper.pseudonym()));
            runningFrom(id, shoppers.getFirst().pseudonym());
        });
        awaitMember(id, shoppers.getLast());
        Marketer.awaitBackfill(id);

        assertThat(Marketer.members(id)).containsExactly(shoppers.getLast().pseudonym());
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

    @Test
    void theNewVisitorBecomesABuyer() throws InvalidProtocolBufferException {
        Shopper shopper = Shopper.consenting();

        shopper.does(EventType.PRODUCT_VIEW, "x");
        awaitMember("new-visitor", shopper);
        shopper.does(EventType.PURCHASE, "x");
        awaitMember("buyer", shopper);

        assertThat(changes(shopper, "new-visitor", 2).getLast().getDirection()).isEqualTo(Direction.LEFT);
    }

    @Test
    void aServiceReadsMembersAndWhy() {
        String tea = Marketer.freshId("why");
        String id =
                Marketer.made("why", "count(product_view where category = \"" + tea + "\") >= 1 and not did(purchase)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.PRODUCT_VIEW, tea);
        awaitMember(id, shopper);

        String lines = Marketer.as(Role.SERVICE)
                .accept("application/x-ndjson")
                .get("/v1/segments/" + id + "/members")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines).isEqualTo("{\"pseudonym\":\"" + shopper.pseudonym() + "\"}\n");
        Marketer.as(Role.SERVICE)
                .get("/v1/segments/" + id + "/members/" + shopper.pseudonym())
                .then()
                .statusCode(200)
                .body("holds", equalTo(true))
                .body("parts[0].observed", equalTo("1"))
                .body("parts[1].text", equalTo("not did(purchase)"));
        Marketer.as(Role.SERVICE)
                .get("/v1/segments/" + id + "/members/" + Shopper.unknown().pseudonym())
                .then()
                .statusCode(404);
    }

    @Test
    void aSizeIsToldFromTheThresholdOnAndNotWhenItTellsOfAFew() {
        String tea = Marketer.freshId("many");
        List<Shopper> shoppers = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            Shopper shopper = Shopper.consenting();
            shopper.does(EventType.PRODUCT_VIEW, tea);
            if (i == 0) {
                shopper.does(EventType.SHARE, tea);
            }
            shoppers.add(shopper);
        }
        String rule = "did(product_view where category = \"" + tea + "\")";
        String id = Marketer.made("many", rule);
        await().atMost(PATIENCE).until(() -> Marketer.members(id).size() == 22);

        Marketer.rules("previews", rule)
                .then()
                .statusCode(200)
                .body("kind", equalTo("exact"))
                .body("people", equalTo(22));
        Marketer.rules("previews", rule + " and not did(share)")
                .then()
                .statusCode(200)
                .body("kind", equalTo("withheld"))
                .body("reason", notNullValue());
        Marketer.rules("previews", rule + " and did(share)").then().body("kind", equalTo("withheld"));
        assertThat(Marketer.get(id).jsonPath().getInt("size")).isEqualTo(22);
        shoppers.getFirst().says(2, ConsentStatus.WITHDRAWN, 2);
        awaitNoMember(id, shoppers.getFirst());
        assertThat(Marketer.get(id).jsonPath().getInt("size"))
                .as("the size before: the difference would tell of one person")
                .isEqualTo(22);
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        QuarkusTransaction.requiringNew()
                .run(() -> days.add(yesterday, new TreeMap<>(Map.of(id, new DayRepository.Moves(25, 3)))));
        Marketer.as(Role.ANALYST)
                .get("/v1/segments/" + id + "/history?days=2")
                .then()
                .statusCode(200)
                .body("days[0].entered", equalTo(25))
                .body("days[0].left", equalTo(null))
                .body("days[1].entered", equalTo(null))
                .body("days[1].size", equalTo(22));
    }

    /** Not a limit but a figure: from the event's arrival at the broker until the change is written there. */
    @Test
    void theTimeFromEventToChange() throws InvalidProtocolBufferException {
        String tea = Marketer.freshId("quick");
        String id = Marketer.made("quick", "did(product_view where category = \"" + tea + "\")");
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Shopper shopper = Shopper.consenting();
            long sent = shopper.does(EventType.PRODUCT_VIEW, tea).timestamp();
            millis.add(changeRecord(shopper, id).timestamp() - sent);
        }
        millis.sort(null);

        LOG.infof(
                "Event to segment change over %d events: p50 %d ms, max %d ms",
                millis.size(), millis.get(millis.size() / 2), millis.getLast());
        assertThat(millis).hasSize(40);
    }

    private static ConsumerRecord<String, byte[]> changeRecord(Shopper shopper, String segment) {
        return TestRecords.await(
                        Topic.SEGMENTS,
                        1,
                        record -> shopper.pseudonym().equals(record.key())
                                && new String(record.value(), StandardCharsets.ISO_8859_1).contains(segment))
                .getFirst();
    }

    private static List<SegmentChange> changes(Shopper shopper, String segment, int least)
            throws InvalidProtocolBufferException {
        List<SegmentChange> changes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : TestRecords.await(
                Topic.SEGMENTS,
                least,
                one -> shopper.pseudonym().equals(one.key())
                        && new String(one.value(), StandardCharsets.ISO_8859_1).contains(segment))) {
            changes.add(SegmentChange.parseFrom(record.value()));
        }
        return changes;
    }

    private static void awaitMember(String segment, Shopper shopper) {
        await().atMost(PATIENCE).until(() -> Marketer.members(segment).contains(shopper.pseudonym()));
    }

    private static void awaitNoMember(String segment, Shopper shopper) {
        await().atMost(PATIENCE).until(() -> !Marketer.members(segment).contains(shopper.pseudonym()));
    }
}
