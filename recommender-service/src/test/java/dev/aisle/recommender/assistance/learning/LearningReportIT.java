package dev.aisle.recommender.assistance.learning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.assistant.learning.NoteUnanswered;
import dev.aisle.assistant.learning.OutcomeRepository;
import dev.aisle.assistant.learning.OutcomeRepository.Answered;
import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.assistance.knowledge.Articles;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What editors and analysts are told of what shoppers asked and said: only of enough people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LearningReportIT {
    private static final int K = 20;
    private static final long WEEK = 7;
    /** Far out of the noise of 17 people, √2 times, and far within it. */
    private static final int MANY = 260;

    private static final int FEW = 15;

    /** Of a report, whose noise is 45 people. */
    private static final int PEOPLE = 800;

    /** The first day of a row of days on which no other test speaks, and which aren't too old to be kept. */
    private final LocalDate quiet =
            LocalDate.ofEpochDay(Math.floorDiv(LocalDate.now(ZoneOffset.UTC).toEpochDay() - 200, WEEK) * WEEK);

    @Inject
    ConsentView consents;

    @Inject
    OutcomeRepository outcomes;

    @Inject
    NoteUnanswered noteUnanswered;

    @Inject
    AgroalDataSource dataSource;

    /** Some of it may mean nearly the same, and one person more makes a group that is told. */
    private void forgetWhatOtherTestsAsked() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from assistant_unanswered")) {
            statement.executeUpdate();
        }
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private void ask(int people, Language language, String... texts) {
        List<String> asking = Stream.generate(Written::person).limit(people).toList();
        asking.forEach(person -> Written.grants(person, 2, Purpose.ANALYTICS));
        for (int i = 0; i < people; i++) {
            String person = asking.get(i);
            String text = texts[i % texts.length];
            await().atMost(Duration.ofSeconds(60)).until(() -> consents.allows(person, Purpose.ANALYTICS));
            noteUnanswered.note(UUID.randomUUID(), person, language, text);
        }
    }

    @Test
    void aQuestionIsToldOnceEnoughPeopleAskedItAndNoMoreWhenAnArticleAnswersIt() throws SQLException {
        forgetWhatOtherTestsAsked();
        ask(
                MANY,
                Language.ENGLISH,
                "Can I rent a telescope for 12345678?",
                "Is it possible to rent telescopes?",
                "telescope rental");
        ask(FEW, Language.CHINESE, "可以租显微镜吗?", "显微镜出租吗", "我想租一台显微镜");
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
                allOf(greaterThan(MANY - 120), lessThan(MANY + 120)),
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

    /** Of each eight people one was handed over and two were unsure; the variations have halves, and every fourth gave four stars. */
    private void outcomes(int people, String language) {
        for (int i = 0; i < people; i++) {
            outcome(
                    quiet.toString(),
                    language,
                    i % 2 == 0 ? "extractive" : "outside",
                    i % 4 == 0,
                    i % 8 == 0,
                    i % 4 == 0 ? 4 : 5);
        }
    }

    @Test
    void theReportTellsWhatWasSolvedAndNothingOfTooFew() {
        outcomes(PEOPLE, "en");
        outcomes(FEW, "zh");
        String days = "?from=" + quiet + "&to=" + quiet.plusDays(WEEK - 1);

        as(Role.ANALYST)
                .get("/v1/assistant/report" + days)
                .then()
                .statusCode(200)
                .body(
                        "days.size()", is(1),
                        "days[0].day", is(quiet.toString()),
                        "days[0].name", is("en"),
                        "days[0].people", allOf(greaterThan(PEOPLE - 250), lessThan(PEOPLE + 250)),
                        "days[0].solvedShare", greaterThan(0.4f),
                        "days[0].handedOverShare", lessThan(0.5f),
                        "days[0].helpfulShare", greaterThan(0.3f),
                        "days[0].stars", greaterThan(2.5f),
                        "variations.name", hasItem("extractive"),
                        "answersLeft", greaterThan(0));
        as(Role.OPERATOR)
                .get("/v1/assistant/report" + days + "&format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("language," + quiet + ",en,"), not(containsString(",zh,")));
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
    void aReportDoesNotSayThatOnePersonMoreSpoke() {
        LocalDate first = quiet.minusDays(4 * WEEK);
        String day = first.toString();
        for (int i = 0; i < PEOPLE; i++) {
            outcome(day, "en", "extractive", false, false, 5);
        }
        String path = "/v1/assistant/report?from=" + day + "&to=" + first.plusDays(WEEK - 1) + "&format=csv";
        String before = as(Role.ANALYST).get(path).asString();

        outcome(day, "en", "extractive", true, true, 1);

        assertThat(before).contains("language," + day + ",en,");
        assertThat(as(Role.ANALYST).get(path).asString()).isEqualTo(before);
        assertThat(as(Role.MARKETER).get(path).asString()).isEqualTo(before);
    }

    @Test
    void useOfTheOutsideModelIsToldByDay() {
        as(Role.OPERATOR)
                .get("/v1/assistant/usage")
                .then()
                .statusCode(200)
                .body("currency", is("EUR"), "limitPerDay", is(10));
        as(Role.OPERATOR)
                .get("/v1/assistant/usage?to=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("to"));
        List<Map<String, Object>> none = new ArrayList<>(as(Role.OPERATOR)
                .get("/v1/assistant/usage?from=2000-01-01&to=2000-01-02")
                .then()
                .extract()
                .path("days"));
        assertThat(none).isEmpty();
    }
}
