package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What the vault keeps belongs to an access and can be corrected; in clear it is only where the person gets it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class VaultRightsIT {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void aCorrectionOfAnAddressWaitsSealedAndThenStandsInTheVault() throws SQLException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        VaultCalls.put(pseudonym, "{\"email\":\"old@example.com\"}").statusCode(200);

        ValidatableResponse asked = ask(
                customer,
                "rectification",
                ",\"verification\":\"code\",\"corrections\":{\"email\":\"new.address@example.com\",\"name\":\"Zo\u00eb\"}");
        String id = asked.extract().path("id");
        assertThat(rows("subject_request", id)).contains(id).doesNotContain("new.address");

        storefront()
                .body("{\"code\":\"" + asked.extract().path("oneTimeCode") + "\"}")
                .post("/v1/requests/" + id + "/verification")
                .then()
                .statusCode(200);
        officer()
                .get("/v1/requests/" + id)
                .then()
                .body("outcome", containsString("email: corrected."))
                .body("outcome", containsString("name: corrected."));
        storefront()
                .get("/v1/vault/" + pseudonym)
                .then()
                .body("traits.email", equalTo("new.address@example.com"))
                .body("traits.name", equalTo("Zo\u00eb"));
    }

    @Test
    void whatWaitsIsGoneWithTheKeyOfAnErasedPerson() {
        String customer = newCustomer();
        grant(customer);
        ValidatableResponse asked = ask(
                customer,
                "rectification",
                ",\"verification\":\"code\",\"corrections\":{\"email\":\"late@example.com\"}");
        Calls.erase(customer);

        storefront()
                .body("{\"code\":\"" + asked.extract().path("oneTimeCode") + "\"}")
                .post("/v1/requests/" + asked.extract().path("id") + "/verification")
                .then()
                .statusCode(200);
        officer()
                .get("/v1/requests/" + asked.extract().path("id"))
                .then()
                .body("outcome", containsString("email: not corrected"));
    }

    @Test
    void anArchiveHoldsTheAddressesAndWhatIsKeptMeanwhileDoesNot() throws SQLException, IOException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        VaultCalls.put(pseudonym, "{\"email\":\"me@example.com\",\"deviceIds\":[\"d-1\",\"d-2\"]}")
                .statusCode(200);
        String id = ask(customer, "access", "").extract().path("id");
        await().untilAsserted(() -> officer().get("/v1/requests/" + id).then().body("status", equalTo("completed")));

        assertThat(rows("export_part", id))
                .contains("\"addresses\"", "\"email\"")
                .doesNotContain("me@example.com");
        String token = storefront()
                .post("/v1/requests/" + id + "/archive-token")
                .then()
                .extract()
                .path("token");
        byte[] zip = storefront()
                .header("Archive-Token", token)
                .get("/v1/requests/" + id + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(file(zip, "csv/privacy-service/addresses.csv"))
                .contains("me@example.com")
                .contains("d-1")
                .contains("d-2");
        await().untilAsserted(() -> assertThat(AuditCalls.about(pseudonym, 1))
                .anyMatch(entry -> entry.toString().contains("vault.read")));
    }

    private static ValidatableResponse ask(String customer, String type, String more) {
        return storefront()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"" + type + "\"" + more + "}")
                .post("/v1/requests")
                .then()
                .statusCode(lessThan(300));
    }

    private String rows(String table, String containing) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select string_agg(t::text, ' ') from " + table + " t where t::text like ?")) {
            statement.setString(1, "%" + containing + "%");
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private static String file(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
