package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pseudonyms of subjects, for the storefront. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class PseudonymsIT {
    @Test
    void pseudonymsComeInTheOrderOfTheSubjects() {
        String customer = Shop.newId("customer");

        storefront("""
                {"subjects":[{"type":"customer_id","value":"%s"},{"type":"anonymous_id","value":"%s"}]}""".formatted(customer, customer))
                .then()
                .statusCode(200)
                .body("pseudonyms[0]", equalTo(Shop.pseudonym(customer)))
                .body("pseudonyms[1]", equalTo(Shop.pseudonymOfBrowser(customer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"subjects\":[]}",
                "{\"subjects\":[null]}",
                "{\"subjects\":\"all\"}",
                "{\"subjects\":[{\"type\":\"shoe_size\",\"value\":\"42\"}]}",
                "{\"subjects\":[{\"type\":\"email\",\"value\":\"no address\"}]}",
                "{\"subjects\":[{\"type\":\"customer_id\",\"value\":\"a\\u0000b\"}]}",
                "{\"subjects\":[{\"type\":\"customer_id\"}]}"
            })
    void whatIsNoListOfSubjectsIsRefused(String body) {
        assertThat(storefront(body).statusCode()).isEqualTo(400);
    }

    @Test
    void noPseudonymIsMadeOfAPseudonym() {
        storefront("{\"subjects\":[{\"type\":\"customer_id\",\"value\":\"" + Shop.pseudonym("c-1") + "\"}]}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("subjects[0].value"))
                .body("errors[0].message", containsString("this is a pseudonym"));
    }

    @Test
    void deeplyNestedSubjectsAreRefused() {
        assertThat(storefront("{\"subjects\":" + "[".repeat(10_000)).statusCode())
                .isEqualTo(400);
    }

    private static io.restassured.response.Response storefront(String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/pseudonyms");
    }
}
