package dev.aisle.privacy;

import static dev.aisle.privacy.VaultCalls.email;
import static dev.aisle.privacy.VaultCalls.personWithEmail;
import static dev.aisle.privacy.VaultCalls.put;
import static dev.aisle.privacy.VaultCalls.resolve;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What a message needs lives in the vault, and leaves it for a purpose that is granted now. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class VaultIT {
    private static final String SECRET = "alice.liddell@wonderland.example";

    @Test
    void aSenderGetsTheAddressForAGrantedPurpose() {
        String pseudonym = personWithEmail(SECRET);
        put(pseudonym, "{\"name\":\"Alice Liddell\"}").body("changed", contains("name"));

        email(pseudonym)
                .body("answers[0].outcome", equalTo("deliver"))
                .body("answers[0].to", contains(SECRET))
                .body("answers[0].name", equalTo("Alice Liddell"))
                .body("answers[0].locale", equalTo("de-DE"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void aWithdrawalStopsTheNextMessageAndSaysWhy() {
        String pseudonym = personWithEmail(SECRET);

        Calls.storefront()
                .delete("/v1/consents/" + pseudonym + "/marketing_email")
                .then()
                .statusCode(202);

        email(pseudonym)
                .body("answers[0].outcome", equalTo("deny"))
                .body("answers[0].reason", not(equalTo("no_address")))
                .body("answers[0].to", nullValue())
                .body(not(containsString(SECRET)));
    }

    @Test
    void aConsentToEmailsIsNoneToPushMessagesAndNoneToCalls() {
        String pseudonym = personWithEmail(SECRET);

        resolve(pseudonym, "marketing_push").statusCode(200).body("answers[0].outcome", equalTo("deny"));
        Calls.as(Role.SERVICE)
                .body("{\"subjects\":[\"" + pseudonym + "\"],\"purpose\":\"marketing_email\",\"channel\":\"phone\"}")
                .post("/v1/vault/resolve")
                .then()
                .statusCode(422);
    }

    @Test
    void manyAreAnsweredInTheirOrderAndEachByItsOwnConsent() {
        String allows = personWithEmail(SECRET);
        String unknown = "p1.test.CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC";
        String noAddress = Calls.say(Calls.newCustomer(), "marketing_email", "grant")
                .extract()
                .path("subject");

        Calls.as(Role.SERVICE)
                .body("{\"subjects\":[\"" + unknown + "\",\"" + allows + "\",\"" + noAddress
                        + "\"],\"purpose\":\"marketing_email\"}")
                .post("/v1/vault/resolve")
                .then()
                .statusCode(200)
                .body("answers.subject", contains(unknown, allows, noAddress))
                .body("answers.outcome", contains("deny", "deliver", "deny"))
                .body("answers[2].reason", equalTo("no_address"));
    }

    @Test
    void theBatchIsBounded() {
        String subjects = String.join(",", Collections.nCopies(501, "\"customer_id:1\""));

        Calls.as(Role.SERVICE)
                .body("{\"subjects\":[" + subjects + "],\"purpose\":\"marketing_email\"}")
                .post("/v1/vault/resolve")
                .then()
                .statusCode(400);
    }

    @Test
    void aChangeIsPartialAndNullRemovesAField() {
        String pseudonym = personWithEmail(SECRET);

        put(pseudonym, "{\"locale\":null,\"deviceIds\":[\"d-1\",\"d-2\"]}").statusCode(200);

        Calls.storefront()
                .get("/v1/vault/" + pseudonym)
                .then()
                .statusCode(200)
                .body("traits.email", equalTo(SECRET))
                .body("traits.locale", nullValue())
                .body("traits.deviceIds", hasSize(2));
    }

    @Test
    void anOfficerReadsWithAReasonOnly() {
        String pseudonym = personWithEmail(SECRET);

        Calls.officer()
                .get("/v1/vault/" + pseudonym)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Aisle-Reason"));
        Calls.officer()
                .header("Aisle-Reason", "request 4711")
                .get("/v1/vault/" + pseudonym)
                .then()
                .statusCode(200)
                .body("traits.email", equalTo(SECRET));
    }

    @Test
    void anErasureTakesKeyAndTraitsAndLooksLikeNobody() {
        String pseudonym = personWithEmail(SECRET);
        String request = Calls.erase(pseudonym);

        Calls.officer()
                .get("/v1/requests/" + request)
                .then()
                .body("receipts[0].removed.vaultKeys", equalTo(1))
                .body("receipts[0].removed.vaultTraits", equalTo(2));
        put(pseudonym, "{\"email\":\"" + SECRET + "\"}").statusCode(200).body("changed", contains("email"));
        Calls.storefront().get("/v1/vault/" + pseudonym).then().statusCode(200).body("traits", anEmptyMap());
        email(pseudonym).body("answers[0].outcome", equalTo("deny"));
        resolve(pseudonym, "necessary").statusCode(200).body("answers[0].reason", equalTo("no_address"));
    }
}
