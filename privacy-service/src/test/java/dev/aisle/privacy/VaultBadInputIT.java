package dev.aisle.privacy;

import static dev.aisle.privacy.VaultCalls.put;
import static dev.aisle.privacy.VaultCalls.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that the vault refuses: the field is named, its value never. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class VaultBadInputIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"not-an-address\"}|email",
                "{\"email\":42}|email",
                "{\"email\":[\"a@b.de\"]}|email",
                "{\"phone\":\"12\"}|phone",
                "{\"name\":\"\"}|name",
                "{\"name\":\"a\\u0000b\"}|name",
                "{\"locale\":\"no such language\"}|locale",
                "{\"deviceIds\":\"d-1\"}|deviceIds",
                "{\"deviceIds\":[1]}|deviceIds",
                "{\"deviceIds\":[[[[\"d\"]]]]}|deviceIds",
                "{\"customerId\":{\"$ne\":null}}|customerId",
                "{\"ssn\":\"123-45-6789\"}|body",
                "{}|body"
            })
    void aWrongFieldIsNamedAndItsValueIsNot(String body, String field) {
        put("p1.test.DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD", body)
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body(not(containsString("not-an-address")))
                .body(not(containsString("123-45")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"email\":\"a@b.de\"}x",
                "{\"email\":\"a@b.de\",\"email\":\"b@b.de\"}"
            })
    void aBodyThatIsNoChangeIs400(String body) {
        put("p1.test.DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD", body).statusCode(400);
    }

    @Test
    void aBodyOfAbsurdDepthOrSizeIsRefused() {
        String deep = "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String oversize = "{\"name\":\"" + "x".repeat(300_000) + "\"}";

        // As bytes: the client would lay out a text to show it.
        assertThat(statusOf(deep)).isEqualTo(400);
        assertThat(statusOf(oversize)).isEqualTo(413);
    }

    private static int statusOf(String body) {
        return Calls.storefront()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/vault/p1.test.DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD")
                .statusCode();
    }

    @Test
    void anIdentifierInTheAddressIsRefused() {
        put("customer_id:42", "{\"locale\":\"de\"}").statusCode(400).body(not(containsString("42")));
    }

    @Test
    void aSubjectThatIsNoneIsNamedByItsPlace() {
        resolve("alice@shop.example", "necessary")
                .statusCode(400)
                .body("errors[0].field", equalTo("subjects[0]"))
                .body(not(containsString("alice")));
    }

    @ParameterizedTest
    @CsvSource({"teleportation, 422", "personalization, 422"})
    void aPurposeThatSendsNothingIsRefused(String purpose, int status) {
        resolve("customer_id:1", purpose).statusCode(status);
    }
}
