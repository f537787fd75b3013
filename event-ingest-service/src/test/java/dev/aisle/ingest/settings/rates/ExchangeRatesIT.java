package dev.aisle.ingest.settings.rates;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates that an operator sets. A shop in USD. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class ExchangeRatesIT {
    private static final String KRONA = """
            {"base":"USD","rates":{"ISK":"0.0079"},"asOf":"2026-11-24T15:00:00Z"}""";

    @Test
    void ratesAreReadAsTheyWereSet() {
        put("application/json", KRONA).statusCode(200).body("rates.ISK", equalTo("0.0079"));

        operator()
                .get("/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body("base", equalTo("USD"))
                .body("rates.ISK", equalTo("0.0079"))
                .body("asOf", equalTo("2026-11-24T15:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml"})
    void theDocumentOfTheCentralBankIsTakenAndReplacedAsAWhole(String contentType) {
        String ecb = """
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><Cube><Cube time='2026-11-24'>
                <Cube currency='USD' rate='1.16'/><Cube currency='JPY' rate='181.25'/></Cube></Cube></gesmes:Envelope>""";

        put(contentType, ecb)
                .statusCode(200)
                .body("base", equalTo("USD"))
                .body("rates.JPY", equalTo("0.0064"))
                .body("asOf", equalTo("2026-11-24T00:00:00Z"));

        put("application/json", KRONA).statusCode(200).body("rates.JPY", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"base\":7,\"rates\":\"all\",\"asOf\":[]}",
                "{\"base\":\"U\\u0000D\",\"rates\":{\"ISK\":\"1\"},\"asOf\":\"2026-11-24T15:00:00Z\"}",
                "{\"base\":\"USD\",\"rates\":{\"I\\u0000K\":\"1\"},\"asOf\":\"2026-11-24T15:00:00Z\"}"
            })
    void whatIsNoDocumentOfRatesIsRefused(String body) {
        put("application/json", body).statusCode(400).contentType("application/problem+json");
        put("application/xml", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void hostileDocumentsAreRefused() {
        put("application/json", "{\"rates\":" + "[".repeat(10_000)).statusCode(400);
        put("application/xml", "<Cube>".repeat(10_000)).statusCode(400);
        put("application/xml", "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><Cube>&b;</Cube>")
                .statusCode(400);
        put("application/json", " ".repeat(65 * 1024)).statusCode(413);
        put("text/plain", KRONA).statusCode(415);
    }

    private static ValidatableResponse put(String contentType, String body) {
        return operator()
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/exchange-rates")
                .then();
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }
}
