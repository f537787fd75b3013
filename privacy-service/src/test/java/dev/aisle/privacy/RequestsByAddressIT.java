package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.aisle.privacy.rights.request.usecase.RunDueRequests;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in the vault names its customer to nobody, so a request by it is refused instead of done to nobody. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RequestsByAddressIT {
    private final String address = UUID.randomUUID() + "@shop.example";

    @Inject
    RunDueRequests runDueRequests;

    @ParameterizedTest
    @ValueSource(strings = {"erasure", "access", "portability", "restriction"})
    void aRequestByAnAddressUnderWhichNothingIsKeptIsRefusedWithTheFix(String type) {
        String customer = VaultCalls.personWithEmail(address);

        ask("email:" + address, type)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-address"))
                .body("errors[0].field", equalTo("subject"))
                .body("errors[0].message", containsString("customer_id"));

        Calls.read(customer).body("version", equalTo(1));
    }

    @Test
    void thePreviewSaysTheSame() {
        officer()
                .body("{\"subject\":\"phone:+49 151 2345 6789\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-address"));
    }

    @Test
    void whoIsKnownByTheAddressAloneIsErasedAndTheAnswerSaysOfWhomItIsNot() {
        String customer = VaultCalls.personWithEmail(address);
        String reader = Calls.grant("email:" + address);

        String id = ask("email:" + address, "erasure").statusCode(201).extract().path("id");

        Calls.read(reader).body("version", equalTo(0));
        Calls.read(customer).body("version", equalTo(1));
        officer().get("/v1/requests/" + id).then().body("outcome", containsString("customer_id"));
        assertThat(ask("email:" + address, "erasure").statusCode(201).extract().<String>path("id"))
                .isEqualTo(id);
    }

    @Test
    void toOpenDsrSuchAnAddressLeadsToNobodyLikeAHash() {
        VaultCalls.personWithEmail(address);
        String id = Calls.eraseByOpenDsr(address);

        runDueRequests.run(Instant.now().plus(Duration.ofHours(2)));

        officer().get("/v2/requests/" + id + "/parts").then().body("requests", hasSize(0));
    }

    private static ValidatableResponse ask(String subject, String type) {
        return officer()
                .body("{\"subject\":\"" + subject + "\",\"type\":\"" + type + "\"}")
                .post("/v1/requests")
                .then();
    }
}
