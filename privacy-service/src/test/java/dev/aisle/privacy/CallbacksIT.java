package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.privacy.OutsideWorld.Heard;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** OpenDSR 8.5 to 8.8: controllers are told of every change, signed, and again until they have heard it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CallbacksIT {
    @Test
    void clause85AChangeOfStatusIsTold() {
        String id = take();

        officer().delete("/v2/requests/" + id).then().statusCode(202);

        Heard heard = heard(id).getFirst();
        assertThat(heard.text())
                .contains("\"request_status\":\"cancelled\"", "\"status_callback_url\":\"" + controller())
                .contains("controller_id", "expected_completion_time")
                .doesNotContain("example.com");
        assertThat(heard.domain()).isEqualTo("processor.test");
        assertThat(Signatures.hold(
                        RestAssured.given().get("/v2/certificate").asString(), heard.body(), heard.signature()))
                .isTrue();
    }

    @Test
    void clause85ACallThatFailsIsMadeAgainUntilItIsHeardAndThenNoMore() {
        String id = take();
        OutsideWorld.FAILING.put(id, 2);

        officer().delete("/v2/requests/" + id).then().statusCode(202);

        assertThat(heard(id)).hasSize(1);
        String later = take();
        officer().delete("/v2/requests/" + later).then().statusCode(202);
        assertThat(heard(later)).hasSize(1);
        assertThat(OutsideWorld.HEARD.stream().filter(call -> call.text().contains(id)))
                .hasSize(1);
    }

    private static List<Heard> heard(String id) {
        return await().until(
                        () -> OutsideWorld.HEARD.stream()
                                .filter(call -> call.text().contains(id))
                                .toList(),
                        calls -> !calls.isEmpty());
    }

    private static String controller() {
        return ConfigProvider.getConfig().getValue("aisle.test.controller", String.class);
    }

    private static String take() {
        String id = UUID.randomUUID().toString();
        officer()
                .body("{\"regulation\":\"ccpa\",\"api_version\":\"2.0\",\"subject_request_id\":\"" + id
                        + "\",\"subject_request_type\":\"erasure\",\"submitted_time\":\"2018-10-02T15:00:00Z\","
                        + "\"subject_identities\":[{\"identity_type\":\"controller_customer_id\",\"identity_value\":\""
                        + id
                        + "@example.com\",\"identity_format\":\"raw\"}],\"status_callback_urls\":[\"" + controller()
                        + "\"]}")
                .post("/v2/requests")
                .then()
                .statusCode(201);
        return id;
    }
}
