package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.testing.OutageInfrastructure;
import dev.aisle.testing.Outages;
import dev.aisle.testing.RouteCalls;
import dev.aisle.testing.ServiceProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker freezes: the door keeps its endpoints and asks shops to send again. */
@QuarkusTest
@QuarkusTestResource(
        value = OutageInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "none"),
        restrictToAnnotatedClass = true)
class OutagesIT {
    private static final ServiceProbe PROBE = ServiceProbe.of("event-ingest-service");

    @Test
    void withASilentBrokerTheDoorAsksToSendAgain() throws Exception {
        String customer = Shop.customer();
        String event = Shop.view(customer, Shop.newId("message"), "tea-1");

        assertThat(PROBE.succeeds(Shop.WRITE_KEY)).isTrue();
        Outages.withoutBroker(() -> {
            Outages.staysInService();
            assertThat(PROBE.succeeds(Shop.WRITE_KEY)).isFalse();
            Outages.isUnavailable(Shop.batch(event).extract().response());
            RouteCalls.with(Map.of("name", "outage", "call", "track", "slash", "", "writeKey", "nobodys"))
                    .saysNowhereThatItIsOurFault();
        });

        // Whoever was told to send again does so; views know the broker again before the door's producer.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Shop.batch(event).statusCode(200).body("accepted", equalTo(1)));
    }
}
