package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a segment: its members and why, its size, its changes. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentReadsIT {
    private static final Logger LOG = Logger.getLogger(SegmentReadsIT.class);

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

    /** The attack of the review: two rules that differ by one person, whom a third rule picks out. */
    @Test
    void sizesOfRulesThatDifferByOnePersonTellNothingOfThatPersonAndADayOfNewNumbersEnds() {
        String tea = Marketer.freshId("many");
        List<Shopper> shoppers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Shopper shopper = Shopper.consenting();
            shopper.does(EventType.PRODUCT_VIEW, tea);
            if (i == 0) {
                shopper.does(EventType.SHARE, tea);
            }
            shoppers.add(shopper);
        }
        String base = "did(product_view where category = \"" + tea + "\")";
        String id = Marketer.made("many", base);
        await().atMost(Memberships.PATIENCE).until(() -> Marketer.members(id).size() == 200);
        String reader = Marketer.freshId("attacker");

        JsonPath first = Marketer.preview(reader, base);
        assertThat(first.getString("kind")).isEqualTo("counted");
        int size = first.getInt("people");
        assertThat(size % 5).isZero();
        assertThat(size).isBetween(110, 290);
        assertThat(sizeOf(reader, id)).as("the same rule by another path").isEqualTo(size);
        shoppers.getFirst().says(2, ConsentStatus.WITHDRAWN, 2);
        Memberships.awaitNoMember(id, shoppers.getFirst());
        assertThat(sizeOf(reader, id)).as("one person less").isEqualTo(size);

        int left = Marketer.preview(reader, base).getInt("answersLeft");
        List<Integer> differences = new ArrayList<>();
        for (int times = 2; left > 1; times++) {
            String wording = base + " and count(any) < " + 100 * times;
            JsonPath with = Marketer.preview(reader, wording);
            JsonPath without = Marketer.preview(reader, wording + " and not did(share)");
            differences.add(with.getInt("people") - without.getInt("people"));
            left = without.getInt("answersLeft");
        }
        assertThat(differences).hasSizeGreaterThan(7).anyMatch(one -> Math.abs(one) >= 5);
        assertThat(differences.stream().mapToInt(Math::abs).max().orElse(0)).isGreaterThanOrEqualTo(10);
        if (left == 1) {
            Marketer.preview(reader, base + " and count(any) < 91");
        }
        JsonPath spent = Marketer.preview(reader, base + " and count(any) < 90");
        assertThat(spent.getString("kind")).isEqualTo("withheld");
        assertThat(spent.getString("reason")).startsWith("No new numbers are left today");
        assertThat(Marketer.preview(reader, base).getInt("people")).isEqualTo(size);

        Marketer.as(Role.ANALYST)
                .get("/v1/segments/" + id + "/history?days=2")
                .then()
                .statusCode(200)
                .body("days[0].size", nullValue())
                .body("days[1].size", equalTo(size));
    }

    @Test
    void aSizeOfTooFewPeopleIsNotShown() {
        String rule = "did(product_view where category = \"" + Marketer.freshId("few") + "\")";
        String id = Marketer.made("few", rule);
        String reader = Marketer.freshId("reader");

        assertThat(Marketer.preview(reader, rule).getInt("answersLeft"))
                .as("a number that somebody else has got is free")
                .isEqualTo(20);
        Integer size = sizeOf(reader, id);
        assertThat(size == null || size <= 90).isTrue();
    }

    private static @Nullable Integer sizeOf(String reader, String id) {
        return Marketer.named(reader).get("/v1/segments/" + id).jsonPath().get("size");
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
