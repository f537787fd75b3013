package dev.aisle.recommender.served;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.ExplainResponse;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.retention.Retention;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that were given are kept for those who allow it, explained to their person, and gone when they have to go. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PastAnswersIT {
    private static final Logger LOG = Logger.getLogger(PastAnswersIT.class);

    @Inject
    AgroalDataSource database;

    @Inject
    Retention retention;

    @Inject
    ConsentView consents;

    private Answers answers;

    @BeforeEach
    void shop() {
        TrainedShop.make();
        answers = new Answers(database);
    }

    @AfterEach
    void everybodyLeaves() {
        answers.everybodyLeaves();
    }

    @Test
    void aPastAnswerSaysWhyAnItemStoodInIt() {
        String person = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person).setPlacement("home").setExplain(true));
        RecommendedItem second = list.getItems(1);
        Written.viewed(person, "bike-3");

        ExplainResponse why = explained(person, list.getRequestId(), second.getProductId());

        assertThat(why.getReason()).isEqualTo(second.getReason());
        assertThat(why.getPlace()).isEqualTo(2);
        assertThat(why.getPersonalized()).isTrue();
        assertThat(why.getModelVersion()).isEqualTo(list.getModelVersion());
        assertThat(why.getPast().getPlacement()).isEqualTo("home");
        assertThat(why.getPast().getStage()).isEqualTo("user");
        assertThat(why.getPast().getPolicyVersion()).isEqualTo(list.getPolicyVersion());
        assertThat(why.getPast().getSource()).isEqualTo(second.getSource());
        assertThat(why.getPast().getPropensity()).isEqualTo(second.getPropensity());
        overRest(person, list.getRequestId(), second.getProductId())
                .statusCode(200)
                .body("place", is(2), "past.placement", is("home"))
                .body("reason.text", equalTo(second.getReason().getText()));
    }

    @Test
    void theReasonIsKeptThoughTheAnswerDidNotTellItAndIsToldInAnyLanguage() {
        String person = answers.fan("tea-2");
        RecommendResponse list = answers.kept(asked(person));

        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of(
                        "subject",
                        person,
                        "requestId",
                        list.getRequestId(),
                        "productId",
                        list.getItems(0).getProductId(),
                        "locale",
                        "zh"))
                .post("/v1/recommendations/explanations")
                .then()
                .statusCode(200)
                .body("reason.text", containsString("Tea 2"), "reason.text.length()", greaterThan(5));
    }

    @Test
    void anotherPersonsAnswerLooksLikeAnUnknownOne() {
        String person = answers.fan("tea-1");
        String other = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person));
        String product = list.getItems(0).getProductId();

        StatusRuntimeException foreign = refused(other, list.getRequestId(), product);
        StatusRuntimeException nobodys = refused("", list.getRequestId(), product);
        StatusRuntimeException unknown = refused(other, "never-asked", product);

        assertThat(foreign.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
        assertThat(foreign.getStatus().getDescription())
                .isEqualTo(nobodys.getStatus().getDescription())
                .isEqualTo(unknown.getStatus().getDescription().replace("never-asked", list.getRequestId()))
                .startsWith("No answer " + list.getRequestId() + " to this subject is kept.");
        overRest(other, list.getRequestId(), product)
                .statusCode(404)
                .body("type", is("/problems/no-such-answer"), "detail", containsString("limited time"));
    }

    @Test
    void aProductThatWasNotInTheAnswerIsNotFound() {
        String person = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person));

        assertThat(refused(person, list.getRequestId(), "tea-1").getStatus().getDescription())
                .startsWith("The product tea-1 didn't stand in the answer");
        overRest(person, list.getRequestId(), "tea-1").statusCode(404).body("type", is("/problems/not-in-answer"));
    }

    @Test
    void nothingIsKeptOfWhoHasNotConsented() throws SQLException {
        RecommendResponse ofNobody = answers.answer(asked(""));
        RecommendResponse ofUnwilling = answers.answer(asked(Written.person()));
        answers.kept(asked(answers.fan("tea-3")));

        assertThat(answers.rows(ofNobody.getRequestId())).isZero();
        assertThat(answers.rows(ofUnwilling.getRequestId())).isZero();
    }

    @Test
    void whatARankerKnowsIsKeptOnlyWhereModelsMayLearn() throws SQLException {
        String willing = answers.fan("tea-4");
        RecommendResponse learned = answers.kept(asked(willing));
        String unwilling = answers.fanWithoutTraining("tea-4");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> valuesOf(answers.kept(asked(unwilling)).getRequestId()) == 0);

        assertThat(valuesOf(learned.getRequestId()))
                .isEqualTo((long) learned.getItemsCount() * FeatureNames.ALL.size());
        // Read here, asserted nowhere.
        LOG.infof(
                "FIGURE a kept list of %d items takes %d bytes with features",
                learned.getItemsCount(),
                answers.number(
                        "select pg_column_size(s.*) from served_list s where request_id = ?", learned.getRequestId()));
    }

    @Test
    void takingBackTheLearningTakesTheFeaturesAndLeavesTheExplanation() {
        String person = answers.fan("tea-5");
        RecommendResponse list = answers.kept(asked(person));

        answers.withoutTraining(person, 2);

        await().atMost(Duration.ofSeconds(60)).until(() -> valuesOf(list.getRequestId()) == 0);
        assertThat(explained(person, list.getRequestId(), list.getItems(0).getProductId())
                        .getPlace())
                .isOne();
    }

    @Test
    void aWithdrawalEndsItAlsoAfterANewGrant() {
        String person = answers.fan("tea-6");
        RecommendResponse list = answers.kept(asked(person));

        Written.consent(person, 2, ConsentStatus.WITHDRAWN);
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.rows(list.getRequestId()) == 0);
        Written.consent(person, 3, ConsentStatus.GRANTED, 2);

        RecommendResponse later = answers.answer(asked(person));
        assertThat(later.getRequestId()).isNotEqualTo(list.getRequestId());
        assertThat(refused(person, list.getRequestId(), "tea-1").getStatus().getCode())
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void anAnswerOfBeforeARefusalIsNotExplainedThoughItIsStillThere() throws SQLException {
        String person = answers.fan("tea-6");
        Written.consent(person, 5, ConsentStatus.GRANTED, 4);
        await().until(() -> consents.of(person).version() == 5);
        RecommendResponse list = answers.kept(asked(person));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            answers.change("update served_list set consent_version = 3 where request_id = ?", list.getRequestId());
            return refusedCode(person, list) == Code.NOT_FOUND;
        });
    }

    @Test
    void anErasureTakesItAndSaysSo() throws Exception {
        String person = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person));
        long kept = answers.number("select count(*) from served_list where pseudonym = ?", person);

        Written.erased(person);

        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, person)
                .getFirst()
                .value());
        assertThat(receipt.getRemovedMap()).containsEntry("served-lists", kept);
        assertThat(answers.rows(list.getRequestId())).isZero();
    }

    @Test
    void anExportShowsIt() {
        String person = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person).setPlacement("home"));

        given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/subjects/" + person + "/export")
                .then()
                .statusCode(200)
                .body(
                        "sections.find { it.name == 'served lists' }.records.find { it.request_id == '"
                                + list.getRequestId() + "' }.product_ids",
                        containsString(list.getItems(0).getProductId()));
    }

    @Test
    void itGoesWithItsPersonWhenTheKeyIsChanged() {
        String before = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(before));
        String now = Written.person();

        Written.consent(now, 1, ConsentStatus.GRANTED, 0, now, before);
        TestRecords.write(
                Topic.CONSENTS,
                before,
                ConsentState.newBuilder()
                        .setPseudonym(before)
                        .setVersion(2)
                        .setSuccessor(now)
                        .build()
                        .toByteArray());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> now.equals(
                        answers.text("select pseudonym from served_list where request_id = ?", list.getRequestId())));
        await().until(() -> consents.knows(now) && consents.standing(before).equals(now));

        assertThat(explained(now, list.getRequestId(), list.getItems(0).getProductId())
                        .getPlace())
                .isOne();
        Written.erased(now);
        Written.awaitErased(List.of(now));
    }

    @Test
    void whatIsOlderThanItsPeriodIsGone() throws SQLException {
        String person = answers.fan("tea-1");
        RecommendResponse young = answers.kept(asked(person));
        RecommendResponse old = answers.kept(asked(person));
        answers.change(
                "update served_list set served_at = now() - interval '31 days' where request_id = ?",
                old.getRequestId());

        retention.enforce(Instant.now());

        assertThat(refusedCode(person, old)).isEqualTo(Code.NOT_FOUND);
        assertThat(answers.rows(young.getRequestId())).isOne();
    }

    private long valuesOf(String requestId) throws SQLException {
        return answers.number(
                "select coalesce(array_length(features, 1), 0) from served_list where request_id = ?", requestId);
    }

    private static RecommendRequest.Builder asked(String person) {
        return RecommendRequest.newBuilder().setSubject(person).setSize(4);
    }

    private static ExplainResponse explained(String person, String requestId, String productId) {
        return Answers.call(service -> service.explain(ExplainRequest.newBuilder()
                .setSubject(person)
                .setRequestId(requestId)
                .setProductId(productId)
                .build()));
    }

    private static StatusRuntimeException refused(String person, String requestId, String productId) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> explained(person, requestId, productId));
    }

    private static Code refusedCode(String person, RecommendResponse list) {
        StatusRuntimeException refusal =
                refused(person, list.getRequestId(), list.getItems(0).getProductId());
        return refusal == null ? Code.OK : refusal.getStatus().getCode();
    }

    private static ValidatableResponse overRest(String person, String requestId, String productId) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("subject", person, "requestId", requestId, "productId", productId))
                .post("/v1/recommendations/explanations")
                .then();
    }
}
