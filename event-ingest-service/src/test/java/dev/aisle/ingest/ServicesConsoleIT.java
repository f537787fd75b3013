package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.console.Language;
import dev.aisle.platform.console.Words;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The operator's page of all services, and what each tells for it. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class ServicesConsoleIT {
    private static final String SERVICES = "/console/flow/services";
    private static final String OPERATIONS = "/v1/operations";

    @Test
    void operatorsSeeHealthClocksAndSettings() {
        ConsolePages.seenBy(Set.of("operator"), SERVICES, SERVICES + "?q=kafka&service=ingest");

        String page = ConsoleSession.as("operator").get(SERVICES).body();
        assertThat(page)
                .contains("ready", "aisle.tenant", "aisle.console.session-secret")
                .doesNotContain("console-sessions-of-tests");
    }

    @Test
    void whatAServiceLooksAtAndDoesByItselfIsSaidInThePagesLanguage() {
        String english = ConsoleSession.as("operator").get(SERVICES).body();
        String chinese =
                ConsoleSession.as("operator").preferring("zh").get(SERVICES).body();

        assertThat(english)
                .contains("Broker takes records", "Consents and erasures known")
                .doesNotContain("SmallRye", "broker takes records");
        assertThat(chinese)
                .contains("消息代理可写入", "同意与删除记录已载入")
                .doesNotContain("SmallRye", "roker takes records", "onsents and erasures known");
    }

    @Test
    void everyCheckAndClockOfThisServiceHasAName() {
        JsonPath plain = told("");

        for (Language language : Language.values()) {
            Words words = Words.in(language);
            assertThat(plain.getList("checks.name", String.class))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(words.named("flow_check_", name))
                            .as(name)
                            .isNotEqualTo(name));
            assertThat(plain.getList("clocks.name", String.class))
                    .allSatisfy(name -> assertThat(words.named("flow_clock_", name))
                            .as(name)
                            .isNotEqualTo(name));
        }
    }

    @Test
    void aServiceThatIsNowhereNamedIsNotKnown() {
        assertThat(ConsoleSession.as("operator").get(SERVICES).body())
                .contains("not known")
                .contains("aisle.console.addresses");
    }

    @Test
    void theSettingsAreAFileTooAndAnOldAddressLeadsToThem() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(SERVICES);

        HttpResponse<String> csv = operator.get(SERVICES + "/settings.csv?q=aisle.tenant");
        assertThat(csv.body()).startsWith("service,setting,value,from").contains("ingest,aisle.tenant,shop");
        assertThat(operator.get("/console/flow/settings?q=%3Cscript%3E").body())
                .contains("No setting has this in its name.")
                .doesNotContain("<script>");
    }

    @Test
    void aServiceTellsNoSecretAndNoSettingThatNobodyAskedFor() {
        JsonPath plain = told("");
        assertThat(plain.getString("service")).isEqualTo("event-ingest-service");
        assertThat(plain.getBoolean("ready")).isTrue();
        assertThat(plain.getList("checks")).isNotEmpty();
        assertThat(plain.getList("settings")).isEmpty();

        JsonPath secrets = told("secret");
        assertThat(secrets.getList("settings.value", String.class)).isNotEmpty().containsOnly("••••••");
        for (String part : List.of("<script>", "\u0000", "数据")) {
            assertThat(told(part).getList("settings")).isEmpty();
        }
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.withRoles("operator"))
                .queryParam("settings", "x".repeat(101))
                .get(OPERATIONS)
                .then()
                .statusCode(400);
    }

    private static JsonPath told(String settings) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.withRoles("operator"))
                .queryParam("settings", settings)
                .get(OPERATIONS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
