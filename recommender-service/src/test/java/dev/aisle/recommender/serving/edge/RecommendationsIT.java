package dev.aisle.recommender.serving.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.recommender.v1.NonPersonalReason;
import dev.aisle.contracts.recommender.v1.Reason;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RecommendationsIT {
    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    @Test
    void aViewChangesTheRecommendationsAtOnce() {
        String person = Written.willingPerson();
        Written.viewed(person, "tea-3");
        TrainedShop.awaitHistory(person);
        assertThat(firstId(person)).startsWith("tea-");

        Written.viewed(person, "bike-3");

        await().until(() -> firstId(person).startsWith("bike-"));
        assertThat(reasonText(person)).isEqualTo("Because you viewed Bike 3");
    }

    @Test
    void aPersonGetsTheSameListOverGrpcAndRest() {
        String person = Written.willingPerson();
        Written.bought(person, "bike-1", "bike-2");
        TrainedShop.awaitHistory(person);

        // What is popular is counted anew now and then, also between two questions.
        await().untilAsserted(() -> {
            RecommendResponse overGrpc = recommend(person);
            List<String> overRest = TrainedShop.recommend(Map.of("subject", person, "size", 5))
                    .extract()
                    .path("items.productId");

            assertThat(overGrpc.getPersonalized()).isTrue();
            assertThat(overGrpc.getModelVersion()).isNotEmpty();
            assertThat(overGrpc.getItemsList().stream().map(RecommendedItem::getProductId))
                    .isEqualTo(overRest)
                    .doesNotContain("bike-1", "bike-2")
                    .hasSize(5);
        });
    }

    @Test
    void aWithdrawnConsentEndsPersonalLists() {
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        TrainedShop.awaitHistory(person);

        Written.consent(person, 2, ConsentStatus.WITHDRAWN);

        await().until(() -> recommend(person).getReason() == NonPersonalReason.NO_CONSENT);
        RecommendResponse list = recommend(person);
        assertThat(list.getPersonalized()).isFalse();
        assertThat(list.getStage()).isEqualTo("popularity");
        assertThat(list.getItemsCount()).isEqualTo(5);
    }

    @Test
    void whatWasLetInBeforeAWithdrawalIsNotUsedAfterANewGrant() {
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        TrainedShop.awaitHistory(person);
        Written.consent(person, 2, ConsentStatus.WITHDRAWN, 2);
        Written.consent(person, 3, ConsentStatus.GRANTED, 2);

        Written.viewed(person, "tea-2");
        Written.writes(
                Written.newEvent(person, EventType.PRODUCT_VIEW, "bike-3").setConsentVersion(3));

        await().until(() -> firstId(person).startsWith("bike-"));
        RecommendResponse list = recommend(person);
        assertThat(list.getItemsList().stream().map(RecommendedItem::getReason).map(Reason::getText))
                .noneMatch(text -> text.contains("Tea"));
    }

    @Test
    void anErasedPersonLooksLikeSomebodyUnknownAndAReceiptSaysWhatWasRemoved() throws InvalidProtocolBufferException {
        String person = Written.willingPerson();
        Written.bought(person, "tea-1", "tea-2");
        TrainedShop.awaitHistory(person);

        Written.erased(person);

        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, person)
                .getFirst()
                .value());
        assertThat(receipt.getService()).isEqualTo("recommender-service");
        assertThat(receipt.getRemovedMap()).containsEntry("interactions", 2L);
        assertThat(receipt.getOutstandingCount()).isEqualTo(2);
        await().until(() -> recommend(person).getReason() == NonPersonalReason.NO_CONSENT);
        // What is popular is counted anew now and then, also between two questions.
        await().untilAsserted(() ->
                assertThat(withoutNames(recommend(person))).isEqualTo(withoutNames(recommend(Written.person()))));
    }

    @Test
    void whatIsKeptOfAPersonIsExported() {
        String person = Written.willingPerson();
        Written.bought(person, "tea-1", "tea-2");
        TrainedShop.awaitHistory(person);

        RestAssured.given()
                .auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/subjects/" + person + "/export")
                .then()
                .statusCode(200)
                .body("service", equalTo("recommender-service"))
                .body("sections.find { it.name == 'interactions' }.records.product_id", hasItems("tea-1", "tea-2"))
                .body("sections.name", hasItems("interactions", "exposures"));
    }

    @Test
    void nobodyInParticularGetsWhatIsPopular() {
        RecommendResponse list = recommend("");

        assertThat(list.getReason()).isEqualTo(NonPersonalReason.NO_SUBJECT);
        assertThat(list.getItemsCount()).isEqualTo(5);
        assertThat(list.getItems(0).getReason().getText()).isEqualTo("Popular now");
    }

    @Test
    void similarAndTrendingItemsAreServedToo() {
        try (Grpc grpc = new Grpc()) {
            var service = grpc.with(TestTokens.withRoles(Role.SERVICE));

            assertThat(service.similar(SimilarRequest.newBuilder()
                                    .setProductId("tea-3")
                                    .setSize(2)
                                    .build())
                            .getItemsList())
                    .allMatch(item -> item.getProductId().startsWith("tea-"));
            assertThat(service.trending(TrendingRequest.newBuilder()
                                    .setCategory("Sport")
                                    .build())
                            .getItemsList())
                    .hasSize(8)
                    .allMatch(item -> item.getCategory().equals("Sport > Bikes"));
        }
    }

    @Test
    void healthAnswersWithoutATokenAndReflectionWithAny() {
        try (Grpc grpc = new Grpc()) {
            var health = HealthGrpc.newBlockingStub(grpc.channel()).check(HealthCheckRequest.getDefaultInstance());

            assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
            assertThat(grpc.services(TestTokens.withRoles())).contains("aisle.recommender.v1.Recommender");
        }
    }

    /** The request's id and the cursor's check over whom it was made for differ between any two people. */
    private static RecommendResponse withoutNames(RecommendResponse list) {
        return list.toBuilder().clearRequestId().clearNextPageCursor().build();
    }

    private static String firstId(String person) {
        return recommend(person).getItems(0).getProductId();
    }

    private static String reasonText(String person) {
        return recommend(person).getItems(0).getReason().getText();
    }

    private static RecommendResponse recommend(String person) {
        try (Grpc grpc = new Grpc()) {
            return grpc.with(TestTokens.withRoles(Role.SERVICE))
                    .recommend(RecommendRequest.newBuilder()
                            .setSubject(person)
                            .setSize(5)
                            .setExplain(true)
                            .build());
        }
    }
}
