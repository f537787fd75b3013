package dev.aisle.privacy;

import dev.aisle.platform.security.Role;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

/** What a storefront, a sender and an operator ask of the vault. */
final class VaultCalls {
    private VaultCalls() {}

    static ValidatableResponse put(String pseudonym, String body) {
        return Calls.storefront().body(body).put("/v1/vault/" + pseudonym).then();
    }

    /** Somebody who allows e-mails and has this address. */
    static String personWithEmail(String address) {
        String pseudonym = Calls.say(Calls.newCustomer(), "marketing_email", "grant")
                .extract()
                .path("subject");
        put(pseudonym, "{\"email\":\"" + address + "\",\"locale\":\"de-DE\"}").statusCode(200);
        return pseudonym;
    }

    static ValidatableResponse resolve(String subject, String purpose) {
        return Calls.as(Role.SERVICE)
                .body("{\"subjects\":[\"" + subject + "\"],\"purpose\":\"" + purpose + "\"}")
                .post("/v1/vault/resolve")
                .then();
    }

    static ValidatableResponse email(String subject) {
        return resolve(subject, "marketing_email").statusCode(200);
    }

    /** Begins a rotation once none runs any more, and gives its address. */
    static String begin(String route) {
        return Awaitility.await()
                .until(
                        () -> {
                            Response answer = Calls.as(Role.OPERATOR).post(route);
                            return answer.statusCode() == 202 ? answer.header("Location") : "";
                        },
                        address -> !address.isEmpty());
    }

    static ValidatableResponse rotate() {
        return Calls.as(Role.OPERATOR).post("/v1/vault/keys/rotations").then();
    }
}
