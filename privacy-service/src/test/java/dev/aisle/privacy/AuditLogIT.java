package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.about;
import static dev.aisle.privacy.AuditCalls.get;
import static dev.aisle.privacy.AuditCalls.settledSize;
import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.tree.SequenceEntries;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the log, and who finds what. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AuditLogIT {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    SequenceEntries sequenceEntries;

    @Test
    void whatASubjectSaysIsInTheLogWithItsReceiptAndWhoSentIt() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        storefront()
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then()
                .statusCode(202);

        List<Map<String, Object>> entries = about(pseudonym, 2);

        assertThat(entries)
                .extracting(entry -> fields(entry).get("event"))
                .startsWith("consent.recorded", "consent.withdrawn");
        assertThat(fields(entries.getFirst())).containsEntry("actor", "test-client");
        assertThat(data(entries.getFirst()))
                .containsEntry("purpose.personalization", "grant")
                .containsEntry("notice", "1")
                .containsKey("receipt")
                .doesNotContainKey("subject");
        assertThat(entries.getFirst()).containsEntry("subject", pseudonym);
        assertThat(entries.getFirst().get("entry").toString()).doesNotContain(pseudonym);
    }

    @Test
    void whatWasNotCommittedIsNotInTheLog() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        about(pseudonym, 1);

        storefront()
                .header("If-Match", "\"v7\"")
                .body(Calls.consent(customer, "analytics", "grant"))
                .post("/v1/consents")
                .then()
                .statusCode(412);
        settledSize();

        assertThat(about(pseudonym, 1))
                .filteredOn(entry -> fields(entry).get("event").equals("consent.recorded"))
                .hasSize(1);
    }

    @Test
    void anOfficerWhoReadsAHistoryAndAnAuditorWhoLooksForAPersonAreEntries() {
        String pseudonym = grant(newCustomer());
        officer().get("/v1/consents/" + pseudonym + "/history").then().statusCode(200);
        officer()
                .get("/v1/consents/" + pseudonym + "?at=" + Instant.now())
                .then()
                .statusCode(200);

        List<Map<String, Object>> entries = about(pseudonym, 4);

        assertThat(entries).extracting(entry -> fields(entry).get("event")).contains("consent.read", "audit.searched");
    }

    @Test
    void anErasureIsInTheLogAndTheErasedPersonIsNotFoundInIt() throws SQLException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        about(pseudonym, 1);
        String id = erase(customer);
        Services.OTHERS.forEach(service -> Services.answer(id, pseudonym, service));

        await().untilAsserted(() -> assertThat(
                        get("/v1/audit?event=dsr.completed&limit=500").getList("entries.fields.data.id"))
                .contains(id));
        storefront()
                .body(Calls.consent(pseudonym, "analytics", "grant"))
                .post("/v1/consents")
                .then()
                .statusCode(201);
        officer().get("/v1/consents/" + pseudonym + "/history").then().statusCode(200);
        settledSize();

        assertThat(get("/v1/audit?subject=" + pseudonym).getList("entries")).isEmpty();
        assertThat(rowsWith(pseudonym)).isZero();
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
        assertThat(get("/v1/audit?event=dsr.receipt&limit=500").<String>getList("entries.fields.data.id"))
                .filteredOn(id::equals)
                .hasSize(Services.OTHERS.size());
    }

    private long rowsWith(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement scan = connection.createStatement();
                ResultSet rows = scan.executeQuery("select (select count(*) from audit_leaf where entry like '%" + text
                        + "%') + (select count(*) from audit_pending where entry like '%" + text
                        + "%') + (select count(*) from audit_subject where pseudonym = '" + text + "')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void concurrentChangesGetEachItsPlaceWithoutAGapThoughSeveralInstancesGiveThem() throws Exception {
        AtOnce.run(64, n -> grant(newCustomer()));
        AtOnce.run(4, n -> sequenceEntries.sequence());

        long size = settledSize();
        long leaf = -1;
        long seen = 0;
        for (Long next = -1L; next != null; ) {
            JsonPath page = get("/v1/audit?limit=500&after=" + next);
            for (Integer index : page.<Integer>getList("entries.leaf")) {
                assertThat(index.longValue()).isEqualTo(++leaf);
                seen++;
            }
            next = page.get("next") == null ? null : page.getLong("next");
        }
        assertThat(seen).isGreaterThanOrEqualTo(size);
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
    }

    /** As after a quiet time: the database has seen the empty table, and made its plans for that. */
    @Test
    void aBacklogOfMoreThanABatchGetsItsPlaces() throws SQLException {
        long before = settledSize();
        try (Connection connection = dataSource.getConnection();
                Statement insert = connection.createStatement()) {
            insert.execute("vacuum analyze audit_pending");
            for (int i = 0; i < 20; i++) {
                sequenceEntries.sequence();
            }
            insert.execute("insert into audit_pending (entry) select '{\"actor\":\"crowd\",\"at\":' ||"
                    + " '\"2026-11-25T09:00:00.000000Z\",\"data\":{},\"event\":\"test.crowd\",\"id\":\"' || n || '\"}'"
                    + " from generate_series(1, 5500) n");
        }

        assertThat(settledSize()).isGreaterThanOrEqualTo(before + 5_500);
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
    }

    @Test
    void entriesAreFoundByEventActorAndTime() {
        Instant before = Instant.now();
        String pseudonym = grant(newCustomer());
        int leaf = (int) about(pseudonym, 1).getFirst().get("leaf");

        assertThat(leaves("event=consent.recorded&actor=test-client&from=" + before))
                .contains(leaf);
        assertThat(leaves("event=consent.recorded&to=" + before)).doesNotContain(leaf);
        assertThat(leaves("actor=nobody")).isEmpty();
        assertThat(leaves("event=no.such")).isEmpty();
        assertThat(leaves("after=" + leaf)).doesNotContain(leaf);
    }

    private static List<Integer> leaves(String query) {
        return get("/v1/audit?limit=500&" + query).getList("entries.leaf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?after=x",
                "?after=-2",
                "?limit=0",
                "?limit=501",
                "?limit=99999999999999999999",
                "?subject=alice",
                "?subject=email:alice@wonderland.example",
                "?event=%00",
                "?actor=a%20b",
                "?from=yesterday",
                "?from=2026-13-45T00:00:00Z",
                "?to=2026-11-25",
                "/heads?after=-2",
                "/heads?after=%00",
                "/verify?size=0",
                "/verify?root=00",
                "/proof",
                "/proof?leaf=-1",
                "/proof?leaf=x",
                "/proof?leaf=0&size=0",
                "/consistency",
                "/consistency?first=0",
                "/consistency?first=1&second=0"
            })
    void aParameterThatMakesNoSenseIs400OrThereIsNothing(String query) {
        int status = Calls.as(Role.AUDITOR)
                .urlEncodingEnabled(false)
                .get("/v1/audit" + query)
                .then()
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .extract()
                .statusCode();

        assertThat(status).as(query).isIn(400, 404);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("fields");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) fields(entry).get("data");
    }
}
