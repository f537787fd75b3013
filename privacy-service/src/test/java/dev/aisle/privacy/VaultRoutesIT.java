package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.vault.disclosures.AdIdentifier;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No route gives an address, or what an address can be told by, without the check of the moment that the route promises. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class VaultRoutesIT {
    private static final String ADDRESS = "who.denied@routes.example";

    private String customer = "";
    private String denied = "";

    @BeforeEach
    void somebodyWhoDeniedEverything() {
        customer = Calls.newCustomer();
        String decisions = Stream.of(Purpose.values())
                .filter(purpose -> purpose != Purpose.NECESSARY)
                .map(purpose -> "\"" + purpose.wireName() + "\":\"deny\"")
                .collect(Collectors.joining(","));
        denied = Calls.storefront()
                .body("{\"subject\":\"" + customer
                        + "\",\"jurisdiction\":\"EU\",\"ageBand\":\"adult\",\"noticeVersion\":\"1\","
                        + "\"method\":\"banner\",\"decisions\":{" + decisions + "}}")
                .post("/v1/consents")
                .then()
                .extract()
                .path("subject");
        VaultCalls.put(
                        denied,
                        "{\"email\":\"" + ADDRESS + "\",\"phone\":\"+4915112345678\",\"deviceIds\":[\"dev-77\"]}")
                .statusCode(200);
    }

    private void tellsNothing(Response answer) {
        assertThat(answer.asString())
                .doesNotContain(ADDRESS, "4915112345678", "dev-77")
                .doesNotContain(AdIdentifier.of(new Pseudonym(denied), ADDRESS).digest());
    }

    @Test
    void resolveDeniesEveryPurposeThatWasDeniedByEveryWay() {
        for (Purpose purpose : Purpose.values()) {
            if (purpose == Purpose.NECESSARY) {
                continue;
            }
            for (String channel : List.of("email", "phone", "push")) {
                Response answer = Calls.as(Role.SERVICE)
                        .body("{\"subjects\":[\"" + denied + "\"],\"purpose\":\"" + purpose.wireName()
                                + "\",\"channel\":\"" + channel + "\"}")
                        .post("/v1/vault/resolve");
                tellsNothing(answer);
                if (answer.statusCode() == 200) {
                    answer.then().body("answers[0].outcome", equalTo("deny"));
                }
            }
        }
    }

    @Test
    void resolveIsAskedByServicesOnly() {
        for (String role : List.of(Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.ADS_EXPORT, Role.OPERATOR)) {
            Calls.as(role)
                    .body("{\"subjects\":[\"" + denied + "\"],\"purpose\":\"necessary\"}")
                    .post("/v1/vault/resolve")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void anOfficerWhoReadsTheVaultSaysWhyAndNoOtherRoleReadsIt() {
        Calls.officer().get("/v1/vault/" + denied).then().statusCode(400).body(not(containsString(ADDRESS)));
        for (String role : List.of(Role.SERVICE, Role.ADS_EXPORT, Role.OPERATOR, Role.AUDITOR, Role.ANALYST)) {
            Calls.as(role)
                    .header("Aisle-Reason", "curious")
                    .get("/v1/vault/" + denied)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aChangeIsAnsweredWithTheNamesOfTheFieldsOnly() {
        tellsNothing(VaultCalls.put(denied, "{\"email\":\"" + ADDRESS + "\"}")
                .extract()
                .response());
        tellsNothing(VaultCalls.put(denied, "{\"email\":\"" + ADDRESS + " @\"}")
                .extract()
                .response());
    }

    @Test
    void joiningAnAudienceTellsNothingOfWhoDenied() {
        List<String> people = Stream.concat(
                        Stream.generate(() -> {
                                    String one = Calls.say(Calls.newCustomer(), "ads_targeted", "grant")
                                            .extract()
                                            .path("subject");
                                    VaultCalls.put(one, "{\"email\":\"a" + one.hashCode() + "@routes.example\"}");
                                    return one;
                                })
                                .limit(20),
                        Stream.of(denied))
                .toList();

        Response answer = Calls.as(Role.ADS_EXPORT)
                .body("{\"subjects\":[\"" + String.join("\",\"", people)
                        + "\"],\"campaign\":\"routes\",\"change\":\"join\"}")
                .post("/v1/vault/ad-identifiers");

        answer.then().statusCode(200);
        tellsNothing(answer);
    }

    @Test
    void previewTransparencyRequestsAndDataMapTellNoAddress() {
        tellsNothing(Calls.officer().body("{\"subject\":\"" + denied + "\"}").post("/v1/erasure-previews"));
        tellsNothing(Calls.storefront().get("/v1/transparency/" + denied));
        tellsNothing(Calls.storefront().get("/v1/consents/" + denied));
        tellsNothing(Calls.storefront().get("/v1/consents/" + denied + "/receipt"));
        String request = Calls.officer()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"access\"}")
                .post("/v1/requests")
                .then()
                .extract()
                .path("id");
        tellsNothing(Calls.officer().get("/v1/requests/" + request));
        tellsNothing(Calls.officer().get("/v1/requests/" + request + "/receipts"));
    }

    @Test
    void anArchiveIsGivenForItsTokenOnly() {
        String request = Calls.officer()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"access\"}")
                .post("/v1/requests")
                .then()
                .extract()
                .path("id");

        for (String token : List.of("", "guess", denied)) {
            Response answer =
                    Calls.officer().header("Archive-Token", token).get("/v1/requests/" + request + "/archive");
            assertThat(answer.statusCode()).isBetween(400, 499);
            tellsNothing(answer);
        }
    }

    @Test
    void ofAnErasedPersonNoRouteHasAnything() {
        Calls.erase(customer);

        tellsNothing(Calls.storefront().get("/v1/vault/" + denied));
        tellsNothing(VaultCalls.resolve(denied, "necessary").extract().response());
    }
}
