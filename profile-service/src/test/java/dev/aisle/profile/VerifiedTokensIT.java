package dev.aisle.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that was verified a moment ago is let in again: that very token, as long as it is valid, for its own roles. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class VerifiedTokensIT {
    @Test
    void aTokenIsLetInAgainForItsOwnRolesOnly() {
        double again;
        Instant begun;
        do {
            String analyst = TestTokens.withRoles(Role.ANALYST);
            double before = letInAgain();
            begun = Instant.now();

            for (int i = 0; i < 3; i++) {
                assertThat(status(analyst, "/v1/jobs")).isEqualTo(200);
                assertThat(status(analyst, "/v1/retention")).isEqualTo(403);
            }

            again = letInAgain() - before;
            // Longer than ten seconds no token is let in again.
        } while (begun.plusSeconds(9).isBefore(Instant.now()));
        assertThat(again).isEqualTo(5);
    }

    /** Of header, claims and signature. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aTokenThatDiffersAnywhereIsVerifiedAnew(int part) {
        String good = TestTokens.withRoles(Role.ANALYST);
        assertThat(status(good, "/v1/jobs")).isEqualTo(200);

        String[] parts = good.split("\\.");
        parts[part] = part == 1 ? withRole(parts[1]) : (parts[part].charAt(9) == 'A' ? 'B' : 'A') + parts[part];

        assertThat(status(String.join(".", parts), "/v1/jobs")).isEqualTo(401);
        assertThat(status(good, "/v1/jobs")).isEqualTo(200);
    }

    private static String withRole(String claims) {
        String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8)
                .replace(Role.ANALYST, Role.OPERATOR);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenEndsWithItsExpiryHoweverOftenItWasLetIn() {
        String brief = TestTokens.withRoles(Duration.ofSeconds(12), Role.ANALYST);
        assertThat(status(brief, "/v1/jobs")).isEqualTo(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> status(brief, "/v1/jobs") == 401);

        assertThat(status(brief, "/v1/jobs")).isEqualTo(401);
    }

    @Test
    void aRefusedTokenStaysRefused() {
        String late = TestTokens.withRoles(Duration.ofSeconds(-5), Role.ANALYST);

        assertThat(status(late, "/v1/jobs")).isEqualTo(401);
        assertThat(status(late, "/v1/jobs")).isEqualTo(401);
    }

    private static double letInAgain() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("aisle_tokens_let_in_again_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static int status(String token, String path) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}
