package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.OutageInfrastructure;
import dev.aisle.testing.Outages;
import dev.aisle.testing.RouteCalls;
import dev.aisle.testing.ServiceProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker freezes or the database goes: the service keeps its endpoints, and decides as if nobody had allowed anything. */
@QuarkusTest
@QuarkusTestResource(value = OutageInfrastructure.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(OutsideWorld.class)
class OutagesIT {
    private static final ServiceProbe PROBE = ServiceProbe.of("campaign-service");
    private static final String CONSOLE = "/console/campaigns";

    @Inject
    Shoppers shoppers;

    @Test
    void withASilentBrokerAPlacementShowsWhatEverybodyGets() throws Exception {
        Shopper shopper = shoppers.treated("welcome");

        assertThat(PROBE.succeeds("")).isTrue();
        Outages.withoutBroker(() -> {
            Outages.staysInService();
            assertThat(PROBE.succeeds("")).isTrue();
            Storefront.asks("home", shopper)
                    .statusCode(200)
                    .body("campaign", nullValue())
                    .body("personalized", equalTo(false));
        });
    }

    @Test
    void withoutADatabaseNothingIsOurFaultAndAStrangerStillGetsAList() throws Exception {
        ConsoleSession marketer = ConsoleSession.as("marketer");
        assertThat(marketer.get(CONSOLE).statusCode()).isEqualTo(200);
        Shopper shopper = shoppers.treated("welcome");

        Outages.withoutDatabase(() -> {
            Outages.staysInService();
            // On a busy machine consents may count as unknown for a moment, and then the shopper is a stranger.
            Storefront.eventually()
                    .untilAsserted(() -> Outages.isUnavailable(
                            Storefront.asks("home", shopper).extract().response()));
            Storefront.asks("home", Shopper.unknown()).statusCode(200);
            assertThat(RouteCalls.with(Map.of("placement", "home", "version", "1", "key", "none", "clientKey", "none"))
                            .saysNowhereThatItIsOurFault())
                    .isGreaterThan(5);
            HttpResponse<String> page = marketer.get(CONSOLE);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
        });
    }
}
