package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class FlowConsoleIT {
    private static final String FLOW = "/console/flow";

    @Test
    void operatorsSeeThePagesAndNobodyElse() {
        ConsolePages.seenBy(Set.of("operator"), FLOW, FLOW + "?span=week");
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("flow");
    }

    @Test
    void theFirstPageIsTheFirstThatTheRoleMaySee() {
        HttpResponse<String> page = ConsoleSession.as("operator").once("/console");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).contains("code_challenge_method=S256");
    }

    @Test
    void aSessionOpensNoApiAndATokenNoPage() {
        ConsoleSession operator = ConsoleSession.as("operator");
        assertThat(operator.get(FLOW).statusCode()).isEqualTo(200);

        assertThat(RestAssured.given()
                        .cookies(operator.cookies())
                        .get("/v1/rejections")
                        .statusCode())
                .isEqualTo(401);
        assertThat(RestAssured.given()
                        .redirects()
                        .follow(false)
                        .auth()
                        .oauth2(TestTokens.withRoles("operator"))
                        .get(FLOW)
                        .statusCode())
                .isIn(302, 401);
    }

    @Test
    void somebodyWithoutTheRoleIsToldWhichOneIsNeeded() {
        HttpResponse<String> page = ConsoleSession.as("marketer").get(FLOW);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You may not see this page").contains(">Operator<");
    }

    @Test
    void whatIsNotThereIsAPageAsWell() {
        HttpResponse<String> page = ConsoleSession.as("operator").get(FLOW + "/nothing");

        assertThat(page.statusCode()).isEqualTo(404);
        ConsolePages.fit("404", page, "en");
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(FLOW);
        Map<String, String> chinese = Map.of("language", "zh", "back", FLOW);

        assertThat(operator.postFrom("/console/preferences", chinese, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.postFrom("/console/preferences", chinese, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.postFrom("/console/preferences", chinese, "X-Nothing", "1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.get(FLOW).body()).contains("<html lang=\"en\"");
    }

    @Test
    void aChosenLanguageAndThemeStay() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(FLOW);

        String page = operator.post("/console/preferences", Map.of("language", "zh", "theme", "dark", "back", FLOW))
                .body();

        assertThat(page).contains("<html lang=\"zh\" data-theme=\"dark\"").contains("被拒绝的事件");
    }

    @Test
    void aWayBackOutOfTheConsoleIsNotTaken() {
        ConsoleSession operator = ConsoleSession.as("operator");
        for (String back :
                new String[] {"//evil.example", "https://evil.example", "/console/..//evil", "/v1", "\u0000"}) {
            HttpResponse<String> answer = operator.postFrom(
                    "/console/preferences", Map.of("theme", "dark", "back", back), "Sec-Fetch-Site", "same-origin");
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(back)
                    .matches("http://127\\.0\\.0\\.1:\\d+/console(/\\.\\.//evil)?");
        }
    }

    @Test
    void aScriptWithoutASessionGets499() {
        HttpResponse<String> answer = ConsoleSession.as("operator").htmx(FLOW, Map.of());

        assertThat(answer.statusCode()).isEqualTo(499);
    }

    @Test
    void whoSignsOutHasNoSessionLeft() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(FLOW);

        HttpResponse<String> page = operator.get("/console/sign-out");

        assertThat(page.body()).contains("You are signed out");
        assertThat(operator.once(FLOW).statusCode()).isEqualTo(302);
    }
}
