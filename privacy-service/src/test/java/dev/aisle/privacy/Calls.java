package dev.aisle.privacy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/** What a storefront and a privacy officer call. */
final class Calls {
    private Calls() {}

    static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(TestTokens.withRoles(role)).contentType(ContentType.JSON);
    }

    static RequestSpecification storefront() {
        return as(Role.STOREFRONT);
    }

    static RequestSpecification officer() {
        return as(Role.PRIVACY_OFFICER);
    }

    /** A customer whom nobody has seen before. */
    static String newCustomer() {
        return "customer_id:" + UUID.randomUUID();
    }

    static String consent(String subject, String purpose, String decision) {
        return "{\"subject\":\"" + subject
                + "\",\"jurisdiction\":\"EU\",\"ageBand\":\"adult\",\"noticeVersion\":\"1\","
                + "\"method\":\"banner\",\"decisions\":{\"" + purpose + "\":\"" + decision + "\"}}";
    }

    static ValidatableResponse say(String subject, String purpose, String decision) {
        return storefront()
                .body(consent(subject, purpose, decision))
                .post("/v1/consents")
                .then()
                .statusCode(oneOf(201, 202));
    }

    /** Grants personalization and gives back the pseudonym. */
    static String grant(String subject) {
        return say(subject, "personalization", "grant").extract().path("subject");
    }

    /** Asks for an erasure and gives back the id of the request. */
    static String erase(String subject) {
        return officer()
                .body("{\"subject\":\"" + subject + "\",\"type\":\"erasure\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Waits until the service has taken over what its database lacks, which a test took out of it, and writes again. */
    static void awaitWritable() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> storefront()
                        .body(consent(newCustomer(), "analytics", "deny"))
                        .post("/v1/consents")
                        .then()
                        .statusCode(oneOf(201, 202)));
    }

    static ValidatableResponse read(String pseudonym) {
        return storefront().get("/v1/consents/" + pseudonym).then().statusCode(200);
    }

    /** Asks by OpenDSR to erase whoever has an address; the request's id. It begins when its time to be cancelled is over. */
    static String eraseByOpenDsr(String address) {
        String id = UUID.randomUUID().toString();
        officer()
                .body("{\"regulation\":\"gdpr\",\"api_version\":\"2.0\",\"subject_request_id\":\"" + id
                        + "\",\"subject_request_type\":\"erasure\",\"submitted_time\":\"2018-10-02T15:00:00Z\","
                        + "\"subject_identities\":[{\"identity_type\":\"email\",\"identity_value\":\"" + address
                        + "\",\"identity_format\":\"raw\"}]}")
                .post("/v2/requests")
                .then()
                .statusCode(201);
        return id;
    }
}
