package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.body;
import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class PeopleIT {
    @Inject
    Shoppers shoppers;

    @Test
    void whoViewedAndBoughtIsCrossSoldFromThere() {
        Shopper shopper = shoppers.treated("cross-sell");

        shopper.does(EventType.PURCHASE, "milk");

        eventually()
                .untilAsserted(() -> asks("home", shopper)
                        .body("campaign.id", equalTo("cross-sell"))
                        .body("reason.text", containsString("recently"))
                        .body("items[0].title", containsString("|milk|")));
    }

    @Test
    void anEventWithoutTheGrantIsNotUsed() {
        Shopper shopper = shoppers.treated("cross-sell");
        shopper.writes(shopper.event(EventType.PURCHASE, "secret").toBuilder()
                .clearGrantedPurposes()
                .addGrantedPurposes(Purpose.ANALYTICS)
                .build());
        shopper.does(EventType.PURCHASE, "milk");

        eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("|milk|")));
    }

    @Test
    void aSealedEventCountsAsAClearOneAndOneThatNobodyCanOpenStopsNothing() {
        Shopper shopper = shoppers.treated("cross-sell");
        var sealed = shopper.sealed(shopper.event(EventType.PRODUCT_VIEW, "bread"), shopper.pseudonym());

        shopper.writes(shopper.event(EventType.PURCHASE, "milk"));
        shopper.writes(shopper.sealed(shopper.event(EventType.PRODUCT_VIEW, "gone"), "a key that nobody has"));
        shopper.writes(sealed);

        assertThat(sealed.getItemsList()).isEmpty();
        eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("bread")));
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        Shopper shopper = shoppers.treated("cross-sell");
        var purchase = shopper.event(EventType.PURCHASE, "milk");

        shopper.writes(purchase);
        shopper.writes(purchase);
        shopper.does(EventType.PRODUCT_VIEW, "bread");

        eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("bread")));
    }

    @Test
    void theLatestProfileVersionSaysWhoIsInASegment() {
        Shopper shopper = shoppers.treated("welcome");

        shopper.moves("new-visitor", Direction.LEFT, 5);
        shopper.moves("new-visitor", Direction.ENTERED, 4);

        eventually().untilAsserted(() -> asks("home", shopper).body("reason.code", equalTo("no-campaign")));
    }

    @Test
    void withdrawalIsSeenAtTheNextDecision() {
        Shopper shopper = shoppers.treated("welcome");
        Map<String, Object> body = body(shopper);
        body.put("decisionId", UUID.randomUUID().toString());
        asks("home", body).body("reason.code", equalTo("welcome"));

        shopper.consents(2, ConsentStatus.WITHDRAWN);

        eventually().untilAsserted(() -> asks("home", body).body("reason.code", equalTo("no-consent")));
    }

    @Test
    void whatWasLearntBeforeAWithdrawalIsNotUsedAfterANewGrant() {
        Shopper shopper = shoppers.treated("cross-sell");
        shopper.does(EventType.PURCHASE, "milk");
        eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("milk")));

        shopper.consents(2, ConsentStatus.WITHDRAWN, 2);
        shopper.consents(3, ConsentStatus.GRANTED, 2);
        shopper.does(EventType.PURCHASE, "late");

        eventually().untilAsserted(() -> {
            shopper.writes(shopper.event(EventType.PURCHASE, "bread").toBuilder()
                    .setConsentVersion(3)
                    .build());
            asks("home", shopper).body("items[0].title", containsString("|bread|"));
        });
    }

    @Test
    void erasureRemovesEverythingAnswersWithAReceiptAndNothingComesBack() throws InvalidProtocolBufferException {
        Shopper shopper = shoppers.treated("cross-sell");
        shopper.does(EventType.PURCHASE, "milk");
        shopper.moves("buyer", Direction.ENTERED, 1);
        eventually().untilAsserted(() -> asks("home", shopper).body("campaign.id", equalTo("cross-sell")));

        // The segment comes by a topic of its own, and no decision here waits for it.
        eventually()
                .untilAsserted(() -> given().auth()
                        .oauth2(TestTokens.withRoles(Role.SERVICE))
                        .get("/v1/subjects/" + shopper.pseudonym() + "/export")
                        .then()
                        .statusCode(200)
                        .body("sections.find { it.name == 'items' }.records.product_id", hasItem("milk"))
                        .body("sections.find { it.name == 'segments' }.records.segment_id", hasItem("buyer"))
                        .body("sections.find { it.name == 'decisions' }.records.campaign_id", hasItem("cross-sell")));

        shopper.asksForErasure();

        ErasureReceipt receipt =
                ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, shopper.pseudonym())
                        .getFirst()
                        .value());
        assertThat(receipt.getService()).isEqualTo("campaign-service");
        assertThat(receipt.getRequestId()).isEqualTo("request-" + shopper.pseudonym());
        assertThat(receipt.getRemovedMap()).containsEntry("items", 1L);
        assertThat(receipt.getRemovedOrThrow("decisions")).isPositive();
        shopper.does(EventType.PURCHASE, "bread");
        eventually().untilAsserted(() -> asks("home", shopper).body("reason.code", equalTo("no-consent")));
    }
}
