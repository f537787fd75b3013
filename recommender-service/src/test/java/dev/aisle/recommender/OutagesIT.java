package dev.aisle.recommender;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.OutageInfrastructure;
import dev.aisle.testing.Outages;
import dev.aisle.testing.RouteCalls;
import dev.aisle.testing.ServiceProbe;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker freezes or the database goes: the service keeps its endpoints, and shoppers get lists for everybody. */
@QuarkusTest
@QuarkusTestResource(value = OutageInfrastructure.class, restrictToAnnotatedClass = true)
class OutagesIT {
    private static final ServiceProbe PROBE = ServiceProbe.of("recommender-service");
    private static final String CONSOLE = "/console/recommendations";

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    @Test
    void withASilentBrokerListsAreForEverybody() throws Exception {
        String person = buyerOfTea();

        assertThat(PROBE.succeeds("")).isTrue();
        Outages.withoutBroker(() -> {
            Outages.staysInService();
            assertThat(PROBE.succeeds("")).isTrue();
            Response list = recommend(person);
            assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
            assertThat(list.jsonPath().getBoolean("personalized")).isFalse();
            assertThat(list.jsonPath().getList("items")).isNotEmpty();
            assertThat(overGrpc(person).getPersonalized()).isFalse();
        });
    }

    @Test
    void withoutADatabaseListsAreForEverybodyAndNothingIsOurFault() throws Exception {
        ConsoleSession operator = ConsoleSession.as("operator");
        assertThat(operator.get(CONSOLE).statusCode()).isEqualTo(200);
        String person = buyerOfTea();

        Outages.withoutDatabase(() -> {
            Outages.staysInService();
            Response list = recommend(person);
            assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
            assertThat(list.jsonPath().getBoolean("personalized")).isFalse();
            assertThat(list.jsonPath().getList("items")).isNotEmpty();
            assertThat(overGrpc(person).getPersonalized()).isFalse();
            RouteCalls.with(Map.of("placement", "home", "kind", "als")).saysNowhereThatItIsOurFault();
            HttpResponse<String> page = operator.get(CONSOLE);
            assertThat(page.statusCode()).isIn(200, 503);
        });
    }

    private static String buyerOfTea() {
        String person = Written.willingPerson();
        Written.bought(person, "tea-1", "tea-2");
        TrainedShop.awaitHistory(person);
        return person;
    }

    private static Response recommend(String person) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("subject", person, "size", 5))
                .post("/v1/recommendations");
    }

    private static RecommendResponse overGrpc(String person) {
        try (Grpc grpc = new Grpc()) {
            return grpc.with(TestTokens.withRoles(Role.STOREFRONT))
                    .recommend(RecommendRequest.newBuilder()
                            .setSubject(person)
                            .setSize(5)
                            .build());
        }
    }
}
