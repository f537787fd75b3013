package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The accountant_checks of dp-vectors.json. The two tests spend the budgets of the two datasets. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BudgetIT {
    private static ValidatableResponse ask(String query) {
        return Calls.as(Role.ANALYST).get("/v1/counts/" + query).then().header("Cache-Control", "no-store");
    }

    @Test
    void tenQuestionsOfATenthAreAnsweredTheEleventhIsNotAndARepeatedOneGetsItsFirstAnswer() {
        int first = ask("consents/noised?jurisdiction=US&epsilon=0.1")
                .statusCode(200)
                .body("remaining", equalTo(0.9f))
                .body("plusMinus95", equalTo(30))
                .extract()
                .path("people");
        for (int i = 1; i < 10; i++) {
            ask("consents/noised?jurisdiction=US-A" + i + "&epsilon=0.1").statusCode(200);
        }

        ask("consents/noised?jurisdiction=FR&epsilon=0.1")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("/problems/budget-exhausted"))
                .body("remaining", equalTo(0));
        for (int i = 0; i < 5; i++) {
            ask("consents/noised?jurisdiction=US&epsilon=0.1")
                    .statusCode(200)
                    .body("people", equalTo(first))
                    .body("remaining", equalTo(0));
        }
    }

    @Test
    void ofTwoRacingQuestionsThatTogetherCostTooMuchExactlyOneIsAnsweredAndTheOtherCostsNothing() throws Exception {
        String[] questions = {"requests/noised?epsilon=0.6", "requests/noised?type=erasure&epsilon=0.6"};

        List<Integer> statuses = AtOnce.run(2, n -> ask(questions[n]).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 429);
        ask("requests/noised?type=erasure&epsilon=0.7").statusCode(429).body("remaining", equalTo(0.4f));
        float remaining = ask("requests/noised?type=erasure&status=completed&epsilon=0.4")
                .statusCode(200)
                .extract()
                .<Number>path("remaining")
                .floatValue();
        assertThat(remaining).isCloseTo(0, within(1e-9f));
        ask("requests/noised?type=erasure&epsilon=0.000001").statusCode(429).body("remaining", equalTo(0));
    }
}
