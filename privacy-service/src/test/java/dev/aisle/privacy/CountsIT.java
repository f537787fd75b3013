package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The segment_tests of k-anonymity-vectors.json over HTTP. Each test has a country of its own. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class CountsIT {
    @Inject
    AgroalDataSource dataSource;

    private void people(String jurisdiction, String analytics, int count) throws SQLException {
        Crowd.add(dataSource, jurisdiction, analytics, count);
    }

    private static ValidatableResponse ask(String query) {
        return officer().get("/v1/counts/consents?" + query).then().header("Cache-Control", "no-store");
    }

    @Test
    void nineteenAreWithheldAndTwentyAreTold() throws SQLException {
        people("NZ", "grant", 19);
        ask("jurisdiction=NZ").statusCode(409).body("type", equalTo("/problems/count-withheld"));

        people("NZ", "grant", 1);
        ask("jurisdiction=NZ").statusCode(200).body("people", equalTo(20)).body("k", equalTo(20));
    }

    @Test
    void nobodyIsWithheldToo() {
        ask("jurisdiction=AQ").statusCode(409);
    }

    @Test
    void ofTwoSegmentsThatDifferByOnePersonOnlyTheFirstIsTold() throws SQLException {
        people("JP", "grant", 20);
        people("JP", "deny", 1);

        ask("jurisdiction=JP&purpose=analytics&status=grant").statusCode(200).body("people", equalTo(20));
        ask("jurisdiction=JP").statusCode(409).body("detail", containsString("fewer than 20"));
        ask("jurisdiction=JP&purpose=analytics&status=grant").statusCode(200).body("people", equalTo(20));
    }

    @Test
    void askedByTwoAtOnceOnlyOneOfTheTwoIsTold() throws Exception {
        people("BR", "grant", 20);
        people("BR", "deny", 1);
        String[] questions = {"jurisdiction=BR", "jurisdiction=BR&purpose=analytics&status=grant"};

        assertThat(AtOnce.run(2, n -> ask(questions[n]).extract().statusCode())).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoComesLaterIsNotSeenByAskingAgain() throws SQLException {
        people("MX", "grant", 25);
        ask("jurisdiction=MX").statusCode(200).body("people", equalTo(25));

        people("MX", "grant", 1);

        ask("jurisdiction=MX").statusCode(200).body("people", equalTo(25));
    }

    @Test
    void partsThatAreLargeAreToldBesideTheirWhole() throws SQLException {
        people("IN", "grant", 40);
        people("IN", "deny", 30);

        ask("jurisdiction=IN").statusCode(200).body("people", equalTo(70));
        ask("jurisdiction=IN&purpose=analytics&status=grant").statusCode(200).body("people", equalTo(40));
        ask("jurisdiction=IN&purpose=analytics&status=deny").statusCode(200).body("people", equalTo(30));
    }

    @Test
    void whoAskedForHowManyIsInTheAuditLogAndTheNumberIsNot() throws SQLException {
        people("KE", "grant", 20);
        ask("jurisdiction=KE").statusCode(200);
        AuditCalls.settledSize();

        assertThat(AuditCalls.get("/v1/audit?event=count.told&limit=500")
                        .<String>getList("entries.fields.data.question"))
                .contains("jurisdiction=KE");
    }

    @Test
    void requestsAreCountedByPersonAndType() {
        IntStream.range(0, 20).forEach(n -> Calls.erase(Calls.newCustomer()));

        officer().get("/v1/counts/requests?type=erasure").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consents?purpose=analytics",
                "consents?status=grant",
                "consents?jurisdiction=Germany",
                "consents?jurisdiction=%00",
                "consents?purpose=resale&status=grant",
                "consents?purpose=analytics&status=maybe",
                "consents?purpose=analytics&status=",
                "requests?type=party",
                "requests?status=completed",
                "requests?type=erasure&status=lost",
                "requests?type=%00",
                "consents/noised",
                "consents/noised?epsilon=0",
                "consents/noised?epsilon=-1",
                "consents/noised?epsilon=0.000",
                "consents/noised?epsilon=1e3",
                "consents/noised?epsilon=NaN",
                "consents/noised?epsilon=0.0000001",
                "consents/noised?epsilon=100",
                "requests/noised?epsilon=x"
            })
    void aQuestionThatMakesNoSenseIs400Or422(String query) {
        int status = officer()
                .urlEncodingEnabled(false)
                .get("/v1/counts/" + query)
                .then()
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .extract()
                .statusCode();

        assertThat(status).as(query).isIn(400, 422);
    }
}
