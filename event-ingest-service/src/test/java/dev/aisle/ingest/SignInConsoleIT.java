package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a session ends, and a sign-in that fails. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class SignInConsoleIT {
    private static final String FLOW = "/console/flow";
    private static final String SEEN = "aisle_seen";
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private static ConsoleSession signedIn() {
        ConsoleSession operator = ConsoleSession.as("operator");
        assertThat(operator.get(FLOW).statusCode()).isEqualTo(200);
        return operator;
    }

    private static boolean keepsSignedIn(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith(SEEN + "="));
    }

    @Test
    void whatAHandDoesKeepsTheSessionAndWhatThePageAsksByItselfDoesNot() {
        ConsoleSession operator = signedIn();

        assertThat(keepsSignedIn(operator.once(FLOW))).isTrue();
        HttpResponse<String> background = operator.background(FLOW);
        assertThat(background.statusCode()).isEqualTo(200);
        assertThat(keepsSignedIn(background)).isFalse();
        HttpResponse<String> stay = operator.htmx("/console/session", Map.of());
        assertThat(stay.statusCode()).isEqualTo(204);
        assertThat(keepsSignedIn(stay)).isTrue();
    }

    @Test
    void aSessionWithoutAMarkOfWhenSomethingWasDoneHasEnded() {
        ConsoleSession operator = signedIn();
        operator.cookies().remove(SEEN);

        assertThat(operator.htmx("/console/session", Map.of()).statusCode()).isEqualTo(499);
        assertThat(operator.once(FLOW).statusCode()).isEqualTo(302);
        assertThat(operator.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(operator.get(FLOW).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageSaysThatTheIssuerRefused() {
        for (String language : new String[] {"en", "zh"}) {
            ConsoleSession somebody = ConsoleSession.as("operator").preferring(language);
            HttpResponse<String> page =
                    somebody.get("/console/signed-in?error=access_denied&state=" + stateOf(somebody));

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body())
                    .contains(language.equals("en") ? "You are not signed in" : "您尚未登录")
                    .contains("<code>access_denied</code>");
            ConsolePages.fit("refused sign-in", page, language);
        }
    }

    @Test
    void aPageSaysThatTheSignInDidNotComeToItsEnd() {
        ConsoleSession somebody = ConsoleSession.as("operator");
        HttpResponse<String> page = somebody.get("/console/signed-in?code=made-up&state=" + stateOf(somebody));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You are not signed in").contains("Sign in again");
        ConsolePages.fit("failed sign-in", page, "en");
    }

    @Test
    void whatStandsInTheAddressOfThatPageIsShownOnlyAsACode() {
        ConsoleSession somebody = ConsoleSession.as();
        for (String error : new String[] {"%3Cscript%3Ealert(1)%3C/script%3E", "Call%20555%20now", "%00", ""}) {
            String page = somebody.get("/console/sign-in-failed?error=" + error).body();
            assertThat(page).doesNotContain("<script>alert");
            assertThat(page.substring(page.indexOf("<section")))
                    .contains("You are not signed in")
                    .doesNotContain("555", "<code>");
        }
        HttpResponse<String> silent = somebody.get("/console/sign-in-failed?error=issuer_silent");
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.body()).contains("doesn’t answer");
    }

    private static String stateOf(ConsoleSession somebody) {
        Matcher state = STATE.matcher(
                somebody.once(FLOW).headers().firstValue("Location").orElse(""));
        assertThat(state.find()).isTrue();
        return state.group(1);
    }
}
