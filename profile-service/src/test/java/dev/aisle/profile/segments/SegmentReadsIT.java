package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.store.DayRepository;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is told of a segment: its members and why, its size, its changes. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentReadsIT {
    private static final Logger LOG = Logger.getLogger(SegmentReadsIT.class);

    @Inject
    DayRepository days;

    @Test
    void aServiceReadsMembersAndWhy() {
        String tea = Marketer.freshId("why");
        String id =
                Marketer.made("why", "count(product_view where category = \"" + tea + "\") >= 1 and not did(purchase)");
        Shopper shopper = Shopper.consenting();
        shopper.does(EventType.PRODUCT_VIEW, tea);
        Memberships.awaitMember(id, shopper);

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
        await().atMost(Memberships.PATIENCE).until(() -> Marketer.members(id).size() == 22);

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
        Memberships.awaitNoMember(id, shoppers.getFirst());
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
    void theTimeFromEventToChange() {
        String tea = Marketer.freshId("quick");
        String id = Marketer.made("quick", "did(product_view where category = \"" + tea + "\")");
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Shopper shopper = Shopper.consenting();
            long sent = shopper.does(EventType.PRODUCT_VIEW, tea).timestamp();
            millis.add(Memberships.changeRecord(shopper, id).timestamp() - sent);
        }
        millis.sort(null);

        LOG.infof(
                "Event to segment change over %d events: p50 %d ms, max %d ms",
                millis.size(), millis.get(millis.size() / 2), millis.getLast());
        assertThat(millis).hasSize(8);
    }
}
