package dev.aisle.recommender.assistance.learning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.aisle.assistant.learning.NoteAnswer;
import dev.aisle.assistant.learning.NoteUnanswered;
import dev.aisle.assistant.learning.OutcomeRepository;
import dev.aisle.assistant.learning.Variation;
import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.assistance.conversations.edge.Talk;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What shoppers say of answers, and what is learned from it: of who allows it, and no longer. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LearningIT {
    private static final Variation USUAL = new Variation("extractive", false, 3);

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
        await().atMost(Duration.ofSeconds(60)).until(() -> consents.allows(person, purposes[0]));
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
        assertThat(receipt.getRemovedMap())
                .containsEntry("outcomes-of-conversations", 1L)
                .containsEntry("thumbs-for-answers", 1L)
                .containsEntry("unanswered-questions", 1L);
        for (String table : List.of("assistant_outcome", "assistant_thumb", "assistant_unanswered")) {
            assertThat(rows(table, "pseudonym", erased)).isZero();
            await().atMost(Duration.ofSeconds(60)).until(() -> rows(table, "pseudonym", withdrawn) == 0);
        }
    }
}
