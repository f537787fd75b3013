package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.OutageInfrastructure;
import dev.aisle.testing.Outages;
import dev.aisle.testing.RouteCalls;
import dev.aisle.testing.ServiceProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker freezes or the database goes: the service keeps its endpoints, what can be read is read, and nothing is our fault. */
@QuarkusTest
@QuarkusTestResource(value = OutageInfrastructure.class, restrictToAnnotatedClass = true)
class OutagesIT {
    private static final ServiceProbe PROBE = ServiceProbe.of("privacy-service");
    private static final String CONSOLE = "/console/privacy/requests";

    @Test
    void withASilentBrokerConsentsAreReadAndAWithdrawalIsKept() throws Exception {
        String pseudonym = Calls.grant(Calls.newCustomer());

        Outages.withoutBroker(() -> {
            Outages.staysInService();
            Calls.read(pseudonym);
            assertThat(withdraw(pseudonym).statusCode()).isEqualTo(202);
        });

        assertThat(Topics.consents(pseudonym, 2).getLast().getVersion()).isEqualTo(2);
    }

    @Test
    void withoutADatabaseNothingIsOurFault() throws Exception {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        assertThat(officer.get(CONSOLE).statusCode()).isEqualTo(200);
        String pseudonym = Calls.grant(Calls.newCustomer());

        assertThat(PROBE.succeeds("")).isTrue();
        Outages.withoutDatabase(() -> {
            Outages.staysInService();
            assertThat(PROBE.succeeds("")).isFalse();
            Outages.isUnavailable(withdraw(pseudonym));
            Outages.isUnavailable(Calls.storefront()
                    .body(Calls.consent(Calls.newCustomer(), "analytics", "grant"))
                    .post("/v1/consents"));
            assertThat(RouteCalls.with(Map.of("purpose", "analytics", "version", "1"))
                            .saysNowhereThatItIsOurFault())
                    .isGreaterThan(5);
            HttpResponse<String> page = officer.get(CONSOLE);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
        });

        assertThat(withdraw(pseudonym).statusCode()).isIn(200, 202);
    }

    private static Response withdraw(String pseudonym) {
        return Calls.storefront().delete("/v1/consents/" + pseudonym + "/personalization");
    }
}
