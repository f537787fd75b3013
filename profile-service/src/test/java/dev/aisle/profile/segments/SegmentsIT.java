package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.Timestamps;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.profile.segments.members.DueRepository;
import dev.aisle.profile.segments.members.MemberRepository;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events and time move people into segments and out of them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentsIT {
    @Inject
    DueRepository due;

    @Inject
    MemberRepository members;

    @Test
    void anEventMovesAPersonIntoASegmentAndOutOfIt() {
        String tea = Marketer.freshId("tea");
        String id =
                Marketer.made("tea", "count(product_view where category = \"" + tea + "\") >= 2 and not did(purchase)");
        Shopper shopper = Shopper.consenting();

        shopper.does(EventType.PRODUCT_VIEW, tea);
        shopper.does(EventType.PRODUCT_VIEW, tea);
        Memberships.awaitMember(id, shopper);
        shopper.does(EventType.PURCHASE, tea);
        Memberships.awaitNoMember(id, shopper);

        List<SegmentChange> changes = Memberships.changes(shopper, id, 2);
        assertThat(changes).extracting(SegmentChange::getDirection).containsExactly(Direction.ENTERED, Direction.LEFT);
        assertThat(changes).allMatch(change -> change.getSegmentVersion() == 1);
        assertThat(changes.getFirst().getProfileVersion())
                .isLessThan(changes.getLast().getProfileVersion());
    }

    @Test
    void timeAloneMovesAPersonOut() {
        String id = Marketer.made("now", "did(search in last 1 minutes)");
        Shopper shopper = Shopper.consenting();
        Instant searched = Instant.now().minusSeconds(35);

        shopper.does(EventType.SEARCH, "x", searched, 1);
        Memberships.awaitMember(id, shopper);
        Memberships.awaitNoMember(id, shopper);

        SegmentChange left = Memberships.changes(shopper, id, 2).getLast();
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

        Memberships.awaitMember("buyer", buyer);
        Memberships.awaitMember(id, shopper);
        assertThat(Instant.now()).isAfterOrEqualTo(added.plusSeconds(60));
        assertThat(Marketer.members(id)).doesNotContain(buyer.pseudonym());
    }

    @Test
    void whoTookADuePersonAndDiedIsReplaced() {
        String id = Marketer.made("brief", "did(search in last 1 minutes)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x", Instant.now().minusSeconds(35), 1);
        Memberships.awaitMember(id, shopper);

        List<String> taken = new ArrayList<>();
        await().atMost(Memberships.PATIENCE).until(() -> {
            taken.addAll(QuarkusTransaction.requiringNew()
                    .call(() -> due.take(Instant.now().plusSeconds(20), Duration.ofSeconds(2), 500)));
            return taken.contains(shopper.pseudonym());
        });

        Memberships.awaitNoMember(id, shopper);
    }

    @Test
    void whatRobotsDoDoesNotCount() {
        String tea = Marketer.freshId("robots");
        String id = Marketer.made("robots", "did(product_view where category = \"" + tea + "\")");
        Shopper robot = Shopper.consenting();
        Shopper human = Shopper.consenting();

        robot.robotDoes(EventType.PRODUCT_VIEW, tea);
        human.does(EventType.PRODUCT_VIEW, tea);

        Memberships.awaitMember(id, human);
        assertThat(Marketer.members(id)).doesNotContain(robot.pseudonym());
    }

    @Test
    void aWithdrawalTakesOutAndANewGrantDoesNotBringBackWhatWasBefore() {
        String id = Marketer.made("searchers", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x");
        Memberships.awaitMember(id, shopper);

        shopper.says(2, ConsentStatus.WITHDRAWN, 2);
        awaitInNone(shopper);
        shopper.says(3, ConsentStatus.GRANTED, 2);
        shopper.does(EventType.SEARCH, "late", Instant.now(), 1);
        shopper.does(EventType.PRODUCT_VIEW, "x", Instant.now(), 3);
        Memberships.awaitMember("new-visitor", shopper);

        assertThat(Marketer.members(id)).doesNotContain(shopper.pseudonym());
        shopper.does(EventType.SEARCH, "x", Instant.now(), 3);
        Memberships.awaitMember(id, shopper);
    }

    @Test
    void whatIsToldOfAPersonIsSealedAndAWithdrawalOfAllTellsNothing() {
        String id = Marketer.made("sealed", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x");
        Memberships.awaitMember(id, shopper);
        List<SegmentChange> told = Memberships.changes(shopper, id, 1);
        long withdrawn = System.currentTimeMillis();

        shopper.says(2, ConsentStatus.WITHDRAWN, 2);
        Memberships.awaitNoMember(id, shopper);
        Memberships.awaitNoMember("new-visitor", shopper);
        awaitInNone(shopper);

        assertThat(told).extracting(SegmentChange::getDirection).containsExactly(Direction.ENTERED);
        List<SegmentChange> inTheLog = Memberships.inTheLog(shopper, 2);
        assertThat(inTheLog)
                .allMatch(change ->
                        change.getSegmentId().isEmpty() && !change.getSealed().isEmpty());
        assertThat(inTheLog).allMatch(change -> Timestamps.toMillis(change.getChangedAt()) <= withdrawn);
    }

    @Test
    void anErasureLeavesNothingOfAPerson() {
        String id = Marketer.made("erased", "did(search)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.SEARCH, "x");
        Memberships.awaitMember(id, shopper);

        shopper.asksForErasure();

        Memberships.awaitNoMember(id, shopper);
        Memberships.awaitNoMember("new-visitor", shopper);
    }

    @Test
    void theNewVisitorBecomesABuyer() {
        Shopper shopper = Shopper.consenting();

        shopper.does(EventType.PRODUCT_VIEW, "x");
        Memberships.awaitMember("new-visitor", shopper);
        shopper.does(EventType.PURCHASE, "x");
        Memberships.awaitMember("buyer", shopper);

        assertThat(Memberships.changes(shopper, "new-visitor", 2).getLast().getDirection())
                .isEqualTo(Direction.LEFT);
    }

    /** Not only is nothing told of the person since the consent is gone: the rows are. */
    private void awaitInNone(Shopper shopper) {
        List<String> asked = List.of(shopper.pseudonym());
        await().atMost(Memberships.PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> members.of(asked).isEmpty()));
    }
}
