package dev.aisle.recommender.assistant.learning.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.assistant.conversations.edge.Talk;
import dev.aisle.recommender.assistant.knowledge.Articles;
import dev.aisle.recommender.assistant.learning.domain.Variation;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository.Answered;
import dev.aisle.recommender.assistant.learning.usecase.NoteAnswer;
import dev.aisle.recommender.assistant.learning.usecase.NoteUnanswered;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What shoppers say of answers, and what is learned from it: of who allows it, and told only of enough people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LearningIT {
    private static final Variation USUAL = new Variation("extractive", false, 3);
    private static final int K = 20;
    /** Of a day on which no other test speaks, and which isn't too old to be kept. */
    private final LocalDate quiet = LocalDate.now(ZoneOffset.UTC).minusDays(200);

    @Inject
    ConsentView consents;

    @Inject
    OutcomeRepository outcomes;

    @Inject
    NoteAnswer noteAnswer;

    @Inject
    NoteUnanswered noteUnanswered;

    @Inject
    AgroalDataSource dataSource;

    private String person(Purpose... purposes) {
        String person = Written.person();
        Written.grants(person, 2, purposes);
        await().atMost(Duration.ofSeconds(20)).until(() -> consents.allows(person, purposes[0]));
        return person;
    }

    private String willing() {
        return person(Purpose.ANALYTICS, Purpose.NECESSARY);
    }

    private long rows(String table, String column, Object value) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some of it may mean nearly the same, and one person more makes a group that is told. */
    private void forgetWhatOtherTestsAsked() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from assistant_unanswered")) {
            statement.executeUpdate();
        }
    }

    private static ValidatableResponse thumb(Talk talk, String number, String body) {
        return talk.page()
                .body(body)
                .put("/v1/conversations/" + talk.id() + "/messages/" + number + "/feedback")
                .then();
    }

    private static ValidatableResponse rate(Talk talk, String body) {
        return talk.page()
                .body(body)
                .put("/v1/conversations/" + talk.id() + "/rating")
                .then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    @Test
    void aThumbIsTakenOfAnAnswerOfOnesOwnConversationOnly() {
        Talk mine = Talk.of(willing(), "en");
        Talk theirs = Talk.of(willing(), "en");
        mine.says("Can somebody polish my trombone?").statusCode(201);
        Talk mixed = new Talk(mine.id(), theirs.token());

        thumb(mixed, "2", "{\"helpful\": true}").statusCode(404);
        thumb(mine, "1", "{\"helpful\": true}").statusCode(404);
        thumb(mine, "3", "{\"helpful\": true}").statusCode(404);
        thumb(mine, "99999999999999999999", "{\"helpful\": true}").statusCode(404);
        thumb(new Talk(UUID.randomUUID().toString(), mine.token()), "2", "{\"helpful\": true}")
                .statusCode(404);
        given().contentType("application/json")
                .body("{\"helpful\": true}")
                .put("/v1/conversations/" + mine.id() + "/messages/2/feedback")
                .then()
                .statusCode(401);
        thumb(mine, "2", "{}").statusCode(400).body("errors[0].field", is("helpful"));
        thumb(mine, "2", "{\"helpful\": false, \"words\": \"" + "x".repeat(1_001) + "\"}")
                .statusCode(400)
                .body("errors[0].field", is("words"));
        assertThat(rows("assistant_thumb", "conversation_id", UUID.fromString(mine.id())))
                .isZero();

        thumb(mine, "2", "{\"helpful\": true}").statusCode(204);
        thumb(mine, "2", "{\"helpful\": false, \"words\": \"<b>polish</b>, mail me at a@example.com\"}")
                .statusCode(204);

        assertThat(rows("assistant_thumb", "conversation_id", UUID.fromString(mine.id())))
                .isEqualTo(1);
        assertThat(rows("assistant_unanswered", "question", "Can somebody polish my trombone?"))
                .isEqualTo(1);
        assertThat(rows("assistant_unanswered", "question", "<b>polish</b>, mail me at a@example.com"))
                .isZero();
    }

    @Test
    void starsAreOneToFiveAndReachTheExperimentsOnce() throws Exception {
        String person = willing();
        Talk talk = Talk.of(person, "en");
        talk.says("thanks").statusCode(201);
        noteAnswer.note(UUID.fromString(talk.id()), person, Language.ENGLISH, USUAL, "small_talk", false);

        for (String bad : List.of("{}", "{\"stars\": 0}", "{\"stars\": 6}", "{\"stars\": null}")) {
            rate(talk, bad).statusCode(400).body("errors[0].field", is("stars"));
        }
        rate(new Talk(talk.id(), Talk.of(null, "en").token()), "{\"stars\": 5}").statusCode(404);
        rate(talk, "{\"stars\": 4}").statusCode(204);
        rate(talk, "{\"stars\": 2}").statusCode(204);

        ShopEvent event = ShopEvent.parseFrom(
                TestRecords.awaitKey(Topic.EVENTS_RAW, 1, person).getFirst().value());
        assertThat(event.getMessageId()).isEqualTo("assistant-rated-" + talk.id());
        assertThat(event.getGrantedPurposesList()).contains(Purpose.ANALYTICS);
        assertThat(rows("outbox", "record_key", person)).isLessThanOrEqualTo(1);
    }

    @Test
    void ofWhoDoesNotAllowAnalyticsNothingIsKept() {
        String person = person(Purpose.NECESSARY);
        Talk talk = Talk.of(person, "en");
        talk.says("Can somebody tune my accordion?").statusCode(201);
        UUID conversation = UUID.fromString(talk.id());
        noteAnswer.note(conversation, person, Language.ENGLISH, USUAL, "unsure", false);
        noteUnanswered.note(conversation, person, Language.ENGLISH, "Can somebody tune my accordion?");

        thumb(talk, "2", "{\"helpful\": false, \"words\": \"tune it\"}").statusCode(204);
        rate(talk, "{\"stars\": 1}").statusCode(204);

        assertThat(rows("assistant_outcome", "conversation_id", conversation)).isZero();
        assertThat(rows("assistant_thumb", "conversation_id", conversation)).isZero();
        assertThat(rows("assistant_unanswered", "conversation_id", conversation))
                .isZero();
    }

    @Test
    void whatWasLearnedGoesWithAnErasureAndWithAWithdrawal() throws Exception {
        String erased = willing();
        String withdrawn = willing();
        for (String person : List.of(erased, withdrawn)) {
            UUID conversation = UUID.randomUUID();
            noteAnswer.note(conversation, person, Language.ENGLISH, USUAL, "unsure", false);
            outcomes.thumb(conversation, 2, person, true, Instant.now());
            noteUnanswered.note(conversation, person, Language.ENGLISH, "Do you sell xylophones?");
        }

        Written.erased(erased);
        Written.grants(withdrawn, 3, Purpose.NECESSARY);

        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, erased)
                .getFirst()
                .value());
        assertThat(receipt.getRemovedMap()).containsEntry("learned-of-conversations", 3L);
        for (String table : List.of("assistant_outcome", "assistant_thumb", "assistant_unanswered")) {
            assertThat(rows(table, "pseudonym", erased)).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> rows(table, "pseudonym", withdrawn) == 0);
        }
    }

    private void ask(int people, Language language, String... texts) {
        for (int i = 0; i < people; i++) {
            String person = Written.person();
            Written.grants(person, 2, Purpose.ANALYTICS);
            String text = texts[i % texts.length];
            await().atMost(Duration.ofSeconds(20)).until(() -> consents.allows(person, Purpose.ANALYTICS));
            noteUnanswered.note(UUID.randomUUID(), person, language, text);
        }
    }

    @Test
    void aQuestionIsToldOnceEnoughPeopleAskedItAndNoMoreWhenAnArticleAnswersIt() throws SQLException {
        forgetWhatOtherTestsAsked();
        ask(
                K,
                Language.ENGLISH,
                "Can I rent a telescope for 12345678?",
                "Is it possible to rent telescopes?",
                "telescope rental");
        ask(K - 1, Language.CHINESE, "可以租显微镜吗?", "显微镜出租吗", "我想租一台显微镜");
        String found = "groups.findAll { it.example.toLowerCase().contains('telescope') }";

        as(Role.MARKETER)
                .get("/v1/assistant/unanswered?language=zh")
                .then()
                .statusCode(200)
                .body("groups.example", not(hasItem(containsString("显微镜"))), "fewestPeople", is(K));
        var groups = as(Role.MARKETER).get("/v1/assistant/unanswered").then().statusCode(200);
        groups.body(
                found + ".size()",
                is(1),
                found + "[0].people",
                is(K),
                found + "[0].size",
                is(K),
                found + "[0].language",
                is("en"));
        groups.body("groups.example", not(hasItem(containsString("12345678"))));
        String id = groups.extract().path(found + "[0].id");

        as(Role.MARKETER)
                .body("{\"article\": \"\"}")
                .put("/v1/assistant/unanswered/" + id + "/answer")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("article"));
        as(Role.ANALYST)
                .body("{\"article\": \"telescopes\"}")
                .put("/v1/assistant/unanswered/" + id + "/answer")
                .then()
                .statusCode(403);
        as(Role.MARKETER)
                .body("{\"article\": \"telescopes\"}")
                .put("/v1/assistant/unanswered/" + UUID.randomUUID() + "/answer")
                .then()
                .statusCode(404);
        as(Role.MARKETER)
                .body("{\"article\": \"telescopes\", \"ask\": \"May I borrow a telescope?\"}")
                .put("/v1/assistant/unanswered/" + id + "/answer")
                .then()
                .statusCode(404);
        Articles.publish("telescopes", "en", Map.of("title", "Telescopes", "body", "We rent them for 9 EUR a night."));
        as(Role.MARKETER)
                .body("{\"article\": \"telescopes\", \"ask\": \" \"}")
                .put("/v1/assistant/unanswered/" + id + "/answer")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("ask"));
        as(Role.MARKETER)
                .body("{\"article\": \"telescopes\", \"ask\": \"May I borrow a telescope?\"}")
                .put("/v1/assistant/unanswered/" + id + "/answer")
                .then()
                .statusCode(204);
        as(Role.MARKETER)
                .get("/v1/articles/telescopes/en")
                .then()
                .body(
                        "newest.asks",
                        is(List.of("May I borrow a telescope?")),
                        "newest.state",
                        is("draft"),
                        "servedVersion",
                        is(1));
        as(Role.MARKETER).get("/v1/assistant/unanswered").then().body(found + ".size()", is(0));
        as(Role.MARKETER).get("/v1/assistant/unanswered?language=fr").then().statusCode(400);
    }

    private void outcome(String day, String language, String variation, boolean unsure, boolean person, int stars) {
        UUID conversation = UUID.randomUUID();
        String who = Written.person();
        outcomes.answered(new Answered(
                conversation, who, language, variation, Instant.parse(day + "T12:00:00Z"), unsure, person));
        outcomes.thumb(conversation, 2, who, !unsure, Instant.parse(day + "T12:01:00Z"));
        if (stars > 0) {
            outcomes.stars(conversation, stars);
        }
    }

    @Test
    void theReportTellsWhatWasSolvedAndNothingOfTooFew() {
        for (int i = 0; i < 2 * K; i++) {
            outcome(
                    quiet.toString(),
                    "en",
                    i % 2 == 0 ? "extractive" : "outside",
                    i % 4 == 0,
                    i % 8 == 0,
                    i % 2 == 0 ? 5 : 4);
        }
        for (int i = 0; i < K - 1; i++) {
            outcome(quiet.toString(), "zh", "extractive", false, false, 5);
        }
        String days = "?from=" + quiet + "&to=" + quiet.plusDays(1);

        as(Role.ANALYST)
                .get("/v1/assistant/report" + days)
                .then()
                .statusCode(200)
                .body(
                        "days.size()", is(1),
                        "days[0].day", is(quiet.toString()),
                        "days[0].name", is("en"),
                        "days[0].conversations", is(40),
                        "days[0].solvedShare", is(0.75f),
                        "days[0].handedOverShare", is(0.125f),
                        "days[0].helpfulShare", is(0.75f),
                        "days[0].stars", is(4.5f),
                        "variations.name", is(List.of("extractive", "outside")),
                        "variations[1].stars", is(4f));
        as(Role.OPERATOR)
                .get("/v1/assistant/report" + days + "&format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("language," + quiet + ",en,40,40,0.7500,0.1250,0.2500,0.7500,4.5000\n"));
        as(Role.MARKETER)
                .get("/v1/assistant/report" + days + "&format=html")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("<svg"), not(containsString("<script")), not(containsString("Chinese")));
        as(Role.MARKETER).get("/v1/assistant/report?format=pdf").then().statusCode(400);
        as(Role.MARKETER)
                .get("/v1/assistant/report?from=2026-13-01")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("from"));
        as(Role.MARKETER).get("/v1/assistant/report?from=1990-01-01").then().statusCode(400);
    }

    @Test
    void useOfTheOutsideModelIsToldByDay() {
        as(Role.OPERATOR)
                .get("/v1/assistant/usage")
                .then()
                .statusCode(200)
                .body("enabled", is(false), "currency", is("EUR"), "limitPerDay", is(10));
        as(Role.MARKETER)
                .get("/v1/assistant/usage?to=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("to"));
        List<Map<String, Object>> none = new ArrayList<>(as(Role.MARKETER)
                .get("/v1/assistant/usage?from=2000-01-01&to=2000-01-02")
                .then()
                .extract()
                .path("days"));
        assertThat(none).isEmpty();
    }
}
