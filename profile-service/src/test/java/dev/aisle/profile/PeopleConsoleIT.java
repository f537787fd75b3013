package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.console.Language;
import dev.aisle.platform.console.Words;
import dev.aisle.profile.models.fitting.JobKind;
import dev.aisle.profile.segments.domain.rule.Property;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of people: who sees them, actions, analyses and jobs. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PeopleConsoleIT {
    private static final String PEOPLE = "/console/people";

    @Inject
    AgroalDataSource database;

    @Test
    void marketersAndAnalystsSeeThePagesAndNobodyElse() {
        ConsolePages.seenBy(
                Set.of("marketer", "analyst"),
                PEOPLE,
                PEOPLE + "?archived=true",
                PEOPLE + "/actions",
                PEOPLE + "/funnels",
                PEOPLE + "/retention",
                PEOPLE + "/paths",
                PEOPLE + "/trends",
                PEOPLE + "/forecasts",
                PEOPLE + "/unusual",
                PEOPLE + "/value");
    }

    @Test
    void whoHasUsedTheNewNumbersOfADayReadsSoAndWhenThereAreMore() throws SQLException {
        String reader = "used-up-" + UUID.randomUUID();
        ConsoleSession analyst = ConsoleSession.of(reader, "analyst");
        String asked = PEOPLE + "/retention?periods=3&from="
                + LocalDate.now(ZoneOffset.UTC).minusDays(2);
        String page = shown(analyst, asked);
        assertThat(page).contains("New numbers left today: 19.");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update guard_day set answers = 20 where reader = '" + reader + "'");
        }

        assertThat(shown(analyst, asked)).as("asked before").contains("New numbers left today: 0.", "Rests on");
        assertThat(analyst.get(asked + "&granularity=day").body())
                .contains(
                        "you have used all 20 of today’s new numbers of people, and none is left", "from 00:00 UTC on");
    }

    /** The page, once its figures are there. */
    private static String shown(ConsoleSession session, String path) {
        return await().until(() -> session.get(path).body(), page -> page.contains("Rests on"));
    }

    @Test
    void onlyMarketersMakeSegmentsAndOnlyAnalystsAndOperatorsSeeJobs() {
        ConsolePages.seenBy(Set.of("marketer"), PEOPLE + "/segments/new");
        ConsolePages.seenBy(Set.of("analyst", "operator"), PEOPLE + "/jobs");
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("people");
        Stream<String> events = Arrays.stream(EventType.values())
                .filter(type -> type != EventType.UNRECOGNIZED && type != EventType.EVENT_TYPE_UNSPECIFIED)
                .map(type -> "people_event_" + type.name().toLowerCase(Locale.ROOT));
        Stream<String> properties = Arrays.stream(Property.values()).map(one -> "people_property_" + one.word());
        Stream<String> jobs = Arrays.stream(JobKind.values()).map(kind -> "people_model_" + kind.label());
        assertThat(Stream.of(events, properties, jobs).flatMap(all -> all))
                .allMatch(Words.in(Language.EN)::knows)
                .allMatch(key -> Arrays.stream(Language.values())
                        .allMatch(language -> Words.in(language).knows(key)));
    }

    @Test
    void eachActionHasARuleThatCanBeUsed() {
        ConsoleSession marketer = signedIn("marketer");
        List<String> begun = Pattern.compile("/segments/new\\?text=[^\"]+")
                .matcher(marketer.get(PEOPLE + "/actions").body())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(begun).hasSizeGreaterThan(5);
        for (String path : begun) {
            assertThat(marketer.get(PEOPLE + path).body())
                    .as(path)
                    .contains("id=\"count\"")
                    .contains("name=\"how0\"");
        }
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhichFieldIsWrong() {
        String page = signedIn("analyst")
                .get(PEOPLE + "/funnels?type0=product_view&type1=purchase&from=2026-02-30&to=x&window=P1D")
                .body();

        assertThat(page)
                .contains("expected a day such as")
                .contains("Mend the fields that are marked")
                .contains("value=\"2026-02-30\"");
        assertThat(signedIn("analyst")
                        .get(PEOPLE + "/funnels/data.csv?type0=product_view&from=x")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnels", "retention", "paths", "trends", "forecasts", "unusual"})
    void figuresCanBeTakenAlong(String analysis) {
        HttpResponse<String> csv = signedIn("analyst").get(PEOPLE + "/" + analysis + "/data.csv");

        assertThat(csv.statusCode()).isIn(200, 503);
        if (csv.statusCode() == 200) {
            assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(csv.body()).contains(",");
        }
    }

    @Test
    void aJobIsStartedAndOneThatIsUnknownIsNot() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(PEOPLE + "/jobs");

        HttpResponse<String> started = operator.post(PEOPLE + "/jobs", Map.of("kind", "rfm"));
        assertThat(started.statusCode()).isIn(200, 409);
        assertThat(operator.post(PEOPLE + "/jobs", Map.of("kind", "<b>")).statusCode())
                .isEqualTo(400);
        assertThat(operator.post(PEOPLE + "/jobs/nothing/cancel", Map.of()).statusCode())
                .isEqualTo(404);
    }

    /** A form that is sent without a session is lost on the way to the sign-in, so somebody opens a page before. */
    private static ConsoleSession signedIn(String role) {
        ConsoleSession session = ConsoleSession.as(role);
        session.get(PEOPLE);
        return session;
    }
}
