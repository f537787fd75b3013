package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class DecisionIT {
    @Inject
    Shoppers shoppers;

    @Test
    void whoHasNotConsentedGetsWhatEveryoneGetsAndLeavesNoExposure() {
        Shopper shopper = Shopper.unknown();

        asks("home", body(shopper, "milk"))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("campaign", nullValue())
                .body("variation", nullValue())
                .body("personalized", equalTo(false))
                .body("reason.code", equalTo("no-consent"))
                .body("content.title", equalTo("Popular in the shop"))
                .body("items[0].title", equalTo("|milk||en"));

        Shopper marker = shoppers.treated("cross-sell");
        asks("cart", marker, "milk");
        TestRecords.awaitKey(Topic.EXPOSURES, 1, marker.pseudonym());
        assertThat(TestRecords.await(
                        Topic.EXPOSURES, 0, record -> shopper.pseudonym().equals(record.key())))
                .isEmpty();
    }

    @Test
    void aNewVisitorWhoConsentedIsWelcomedWithACouponAndTheReason() {
        Shopper shopper = shoppers.treated("welcome");

        asks("home", shopper)
                .statusCode(200)
                .body("placement", equalTo("home"))
                .body("campaign.id", equalTo("welcome"))
                .body("campaign.kind", equalTo("welcome"))
                .body("campaign.version", equalTo(1))
                .body("content.coupon", equalTo("WELCOME10"))
                .body("personalized", equalTo(true))
                .body("reason.code", equalTo("welcome"))
                .body("reason.text", containsString("have not bought yet"))
                .body("itemsReason", nullValue())
                .body("items.productId", contains("tea", "ice"))
                .body("items[0].title", equalTo(shopper.pseudonym() + "|||en"))
                .body("items[0].price", equalTo(12.99f))
                .body("items[1].price", equalTo(500))
                .body("items[0].currency", equalTo("EUR"))
                .body("items[0].reason.code", equalTo("bought-with"))
                .body("items[0].reason.causes", contains("milk"));
    }

    @Test
    void chineseIsAnsweredInChinese() {
        Map<String, Object> body = body(shoppers.treated("welcome"));
        body.put("locale", "zh-CN");

        asks("home", body)
                .statusCode(200)
                .body("reason.text", containsString("新访客"))
                .body("content.body", containsString("WELCOME10"))
                .body("items[0].title", containsString("|zh"));
    }

    @Test
    void theExposureCarriesPropensityPolicyContextAndPositions() {
        Shopper shopper = shoppers.treated("welcome");

        String id = asks("home", shopper).extract().path("decisionId");

        Exposure exposure = exposure(shopper);
        assertThat(exposure.getDecisionId()).isEqualTo(id);
        assertThat(exposure.getPropensity()).isEqualTo(0.95 * 0.5);
        assertThat(exposure.getPolicy()).isEqualTo("rules");
        assertThat(exposure.getPolicyVersion()).contains("welcome@1");
        assertThat(exposure.getContextHash().size()).isEqualTo(32);
        assertThat(exposure.getCampaignId()).isEqualTo("welcome");
        assertThat(exposure.getCouponId()).isEqualTo("WELCOME10");
        assertThat(exposure.getModelVersion()).isEqualTo("m7");
        assertThat(exposure.getRequestId()).isEqualTo("r1");
        assertThat(exposure.getHoldout()).isFalse();
        assertThat(exposure.getItemsList())
                .extracting(item -> item.getPosition() + " " + item.getProductId() + " " + item.getPropensity())
                .containsExactly("1 tea 0.25", "2 ice 1.0");
    }

    @Test
    void aHeldOutPersonSeesNoCampaignAndIsCounted() {
        Shopper shopper = shoppers.heldOut("welcome");

        asks("home", shopper)
                .body("campaign", nullValue())
                .body("variation", equalTo("holdout"))
                .body("content.coupon", nullValue())
                .body("reason.code", equalTo("holdout"));

        Exposure exposure = exposure(shopper);
        assertThat(exposure.getHoldout()).isTrue();
        assertThat(exposure.getCampaignId()).isEqualTo("welcome");
        assertThat(exposure.getPropensity()).isEqualTo(0.05);
    }

    @Test
    void theWelcomeIsShownThreeTimesAWeekAndThenMakesRoom() {
        Shopper shopper = shoppers.treated("welcome");

        List<String> reasons = Stream.generate(() -> reason(shopper)).limit(4).toList();

        assertThat(reasons).containsExactly("welcome", "welcome", "welcome", "no-campaign");
    }

    @Test
    void concurrentRequestsNeverExceedTheCap() throws Exception {
        Shopper shopper = shoppers.treated("welcome");
        List<Callable<String>> twelve = Stream.generate(() -> (Callable<String>) () -> reason(shopper))
                .limit(12)
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<String>> reasons = threads.invokeAll(twelve);

            assertThat(reasons)
                    .extracting(Future::get)
                    .filteredOn("welcome"::equals)
                    .hasSize(3);
        }
    }

    @Test
    void theSameIdGivesTheSameDecisionAndOneExposure() {
        Shopper shopper = shoppers.treated("welcome");
        Map<String, Object> body = body(shopper);
        body.put("decisionId", UUID.randomUUID().toString());

        String first = asks("home", body).statusCode(200).extract().asString();
        String again = asks("home", body).statusCode(200).extract().asString();
        asks("home", shopper);

        assertThat(again).isEqualTo(first);
        assertThat(TestRecords.awaitKey(Topic.EXPOSURES, 2, shopper.pseudonym()))
                .hasSize(2);
    }

    @Test
    void anIdIsNotGivenToAnotherRequest() {
        Shopper shopper = shoppers.treated("welcome");
        Map<String, Object> body = body(shopper);
        body.put("decisionId", UUID.randomUUID().toString());
        asks("home", body).statusCode(200);

        asks("cart", body).statusCode(409).body("type", equalTo("/problems/decision-id-taken"));
    }

    @Test
    void aRecommenderThatIsDownLeavesADecisionWithoutItemsThatSaysSo() {
        asks("cart", shoppers.treated("cross-sell"), "recommender-down")
                .statusCode(200)
                .body("campaign.id", equalTo("cross-sell"))
                .body("items", empty())
                .body("itemsReason", equalTo("recommender-unavailable"))
                .body("reason.text", containsString("not available at the moment"));
    }

    @Test
    void aRecommenderThatIsSlowIsNotWaitedFor() {
        asks("cart", shoppers.treated("cross-sell"), "recommender-slow")
                .statusCode(200)
                .body("items", empty())
                .body("itemsReason", equalTo("recommender-late"));
    }

    private static String reason(Shopper shopper) {
        return asks("home", shopper).statusCode(200).extract().path("reason.code");
    }

    private static Exposure exposure(Shopper shopper) {
        List<ConsumerRecord<String, byte[]>> records = TestRecords.awaitKey(Topic.EXPOSURES, 1, shopper.pseudonym());
        assertThat(records).hasSize(1);
        return opened(records.getFirst());
    }

    /** As a reader of the topic finds it; in the topic nothing of it stands clear. */
    private static Exposure opened(ConsumerRecord<String, byte[]> record) {
        try {
            Exposure exposure = Exposure.parseFrom(record.value());
            assertThat(exposure.getDecisionId()).isEmpty();
            assertThat(exposure.getItemsList()).isEmpty();
            return Arc.container()
                    .instance(PayloadSeals.class)
                    .get()
                    .open(record.topic(), exposure, Sealables.EXPOSURE)
                    .orElseThrow();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("No exposure", e);
        }
    }
}
