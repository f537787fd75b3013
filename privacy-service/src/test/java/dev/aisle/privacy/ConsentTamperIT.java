package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.get;
import static dev.aisle.privacy.AuditCalls.settledSize;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.consent.verification.CoverConsents;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database's superuser rewrites consents. The log says whose, which version and how. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConsentTamperIT {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    CoverConsents coverConsents;

    @Inject
    AuditLog auditLog;

    private String customer = "";
    private String person = "";

    @BeforeEach
    void somebodyWhoDeniedAndThenSaidMore() {
        customer = newCustomer();
        person = say(customer, "analytics", "deny").extract().path("subject");
        say(customer, "personalization", "grant");
        settledSize();
        assertThat(findings()).isEmpty();
    }

    /** An erasure takes rows and openings: the log is whole afterwards. */
    @AfterEach
    void nothingIsLeft() throws SQLException {
        // A version that is gone makes the erasure wait until the topic's is adopted.
        await().untilAsserted(() -> Calls.erase(customer));
        Calls.awaitWritable();
        execute("delete from consent_statement where version_id in"
                + " (select id from consent_version where pseudonym like 'p1.tamper.%')");
        execute("delete from consent_version where pseudonym like 'p1.tamper.%'");
        for (char one = 'A'; one <= 'D'; one++) {
            String tampered = "p1.tamper." + String.valueOf(one).repeat(32);
            QuarkusTransaction.requiringNew().run(() -> auditLog.forget(tampered));
        }
        settledSize();
        assertThat(findings()).isEmpty();
    }

    private static List<Map<String, Object>> findings() {
        return get("/v1/audit/verify").getList("findings");
    }

    private void assertFound(String what, int version) {
        JsonPath verdict = get("/v1/audit/verify");
        assertThat(verdict.getBoolean("valid")).isFalse();
        List<Map<String, Object>> findings = verdict.getList("findings");
        assertThat(findings).as(verdict.prettify()).anySatisfy(finding -> {
            assertThat(finding).containsEntry("what", what).containsEntry("version", version);
            assertThat(finding.get("subject")).isEqualTo(person);
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            connection.commit();
        }
    }

    private String ofVersion(int version) {
        return "(select id from consent_version where pseudonym = '" + person + "' and version = " + version + ")";
    }

    @Test
    void aNoThatWasMadeAYes() throws SQLException {
        execute("update consent_statement set status = 'grant' where status = 'deny' and version_id = " + ofVersion(2));

        assertFound("consent-edited", 2);
    }

    @Test
    void aStatementThatWasAdded() throws SQLException {
        execute("insert into consent_statement (version_id, purpose, status, decided_at) values (" + ofVersion(2)
                + ", 'ads_targeted', 'grant', now())");

        assertFound("consent-edited", 2);
    }

    @Test
    void aTimeAndACircumstanceThatWereChanged() throws SQLException {
        execute("update consent_statement set expires_at = now() + interval '9 years' where version_id = "
                + ofVersion(2));
        execute("update consent_version set jurisdiction = 'US-TX' where id = " + ofVersion(1));

        assertFound("consent-edited", 1);
        assertFound("consent-edited", 2);
    }

    @Test
    void aVersionThatWasDeleted() throws SQLException {
        execute("delete from consent_statement where version_id = " + ofVersion(2));
        execute("delete from consent_version where id = " + ofVersion(2));

        assertFound("consent-deleted", 2);
    }

    @Test
    void aVersionThatWasGivenToSomebodyElse() throws SQLException {
        String owner = person;
        execute("update consent_version set pseudonym = 'p1.tamper." + "A".repeat(32) + "' where id = " + ofVersion(2));
        person = "p1.tamper." + "A".repeat(32);

        assertFound("consent-reassigned", 2);
        person = owner;
    }

    @Test
    void aVersionThatNobodyEverSaid() throws SQLException {
        String owner = person;
        person = "p1.tamper." + "B".repeat(32);
        execute(
                "insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method,"
                        + " receipt_id) values ('" + person
                        + "', 7, now(), 'EU', '1', false, 'banner', gen_random_uuid())");

        assertFound("consent-unlogged", 7);
        person = owner;
    }

    /** Ids are given in order, and nothing but order stops a smaller one: a plain insert makes a no a yes. */
    @Test
    void aVersionThatNobodyEverSaidUnderAnIdBeforeAllOthers() throws SQLException {
        execute(
                "insert into consent_version (id, pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method,"
                        + " receipt_id) overriding system value select min(id) - 1, '" + person
                        + "', 3, now(), 'EU', '1', false, 'banner', gen_random_uuid() from consent_version");
        execute("insert into consent_statement (version_id, purpose, status, decided_at) values (" + ofVersion(3)
                + ", 'marketing_email', 'grant', now())");

        assertFound("consent-unlogged", 3);
    }

    @Test
    void whomTheEntryIsAboutWasForgottenAndTheVersionIsStillThere() throws SQLException {
        putAwaySubjects("pseudonym = '" + person + "'");

        assertFound("consent-reassigned", 1);
        putBackSubjects();
    }

    private void putAwaySubjects(String whom) throws SQLException {
        execute("create table kept_subject as select * from audit_subject where " + whom);
        execute("delete from audit_subject where " + whom);
    }

    private void putBackSubjects() throws SQLException {
        execute("insert into audit_subject select * from kept_subject");
        execute("drop table kept_subject");
    }

    /** Without whom its entry is about, a version that is gone looks like one of somebody who was erased. */
    @Test
    void aVersionThatWasDeletedWithWhomItsEntryIsAbout() throws SQLException {
        putAwaySubjects("commitment = (select subject from audit_leaf where (entry::jsonb -> 'data') ->> 'receipt' ="
                + " (select receipt_id::text from consent_version where id = " + ofVersion(2) + "))");
        execute("delete from consent_statement where version_id = " + ofVersion(2));
        execute("delete from consent_version where id = " + ofVersion(2));

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding).containsEntry("what", "subject-deleted"));
        putBackSubjects();
    }

    /** A row that says that the one became the other: the version stands under its owner's next pseudonym then. */
    @Test
    void aVersionThatWasGivenToSomebodyElseWithASuccessor() throws SQLException {
        String other = "p1.tamper." + "A".repeat(32);
        execute("update consent_version set pseudonym = '" + other + "' where id = " + ofVersion(2));
        execute("insert into pseudonym_successor (pseudonym, successor) values ('" + person + "', '" + other + "')");
        String owner = person;

        assertFound("consent-reassigned", 0);
        person = other;
        assertFound("consent-reassigned", 2);
        person = owner;
        execute("delete from pseudonym_successor where pseudonym = '" + person + "'");
    }

    @Test
    void aVersionFromBeforeEntriesHadAHashIsComparedWithWhatItsEntrySays() throws SQLException {
        int partly = get("/v1/audit/verify").getInt("consents.partlyCovered");
        String older = "p1.tamper." + "C".repeat(32);
        UUID receipt = UUID.randomUUID();
        execute(
                "insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method,"
                        + " receipt_id) values ('" + older + "', 1, now(), 'EU', '1', false, 'banner', '" + receipt
                        + "')");
        execute(
                "insert into consent_statement (version_id, purpose, status, decided_at) select id, 'analytics', 'deny',"
                        + " now() from consent_version where pseudonym = '" + older + "'");
        execute("insert into audit_subject (commitment, pseudonym, salt) values (encode(sha256(convert_to('"
                + "00".repeat(32) + ":" + older + "', 'UTF8')), 'hex'), '" + older + "', decode('" + "00".repeat(32)
                + "', 'hex'))");
        execute("insert into audit_pending (entry) select jsonb_build_object('actor', 'x', 'at',"
                + " '2026-01-01T00:00:00.000000Z', 'event', 'consent.recorded', 'id', '" + receipt
                + "', 'subject', commitment, 'data', jsonb_build_object('purpose.analytics', 'deny', 'version', '1',"
                + " 'receipt', '" + receipt + "', 'method', 'banner', 'notice', '1', 'jurisdiction', 'EU'))::text"
                + " from audit_subject where pseudonym = '" + older + "'");
        settledSize();

        assertThat(findings()).isEmpty();
        assertThat(get("/v1/audit/verify").getInt("consents.partlyCovered")).isEqualTo(partly + 1);
        execute("update consent_statement set status = 'grant' where version_id ="
                + " (select id from consent_version where pseudonym = '" + older + "')");
        String owner = person;
        person = older;
        assertFound("consent-edited", 1);
        execute("delete from consent_statement where version_id ="
                + " (select id from consent_version where pseudonym = '" + older + "')");
        assertFound("consent-edited", 1);
        person = owner;
    }

    /** The first start after an upgrade: the log has no mark yet, one version has no entry, and one an entry without a hash. */
    @Test
    void whoUpgradesHasEachOlderVersionCoveredOnceAndThenNoneMayBeWithoutAnEntry() throws SQLException {
        String older = "p1.tamper." + "D".repeat(32);
        execute(
                "insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method,"
                        + " receipt_id) values ('" + older
                        + "', 1, now(), 'EU', '1', false, 'banner', gen_random_uuid())");
        execute("update audit_leaf set entry = replace(entry, 'consent.all-covered', 'consent.hidden')");
        assertThat(findings()).allSatisfy(finding -> assertThat(finding).containsEntry("what", "edited"));

        coverConsents.cover();
        coverConsents.cover();

        settledSize();
        execute("update audit_leaf set entry = replace(entry, 'consent.hidden', 'consent.all-covered')");
        assertThat(AuditCalls.about(older, 1)).singleElement().asString().contains("\"event\":\"consent.covered\"");
        assertThat(findings()).isEmpty();
        assertThat(get("/v1/audit/verify").getInt("consents.notCovered")).isZero();
        execute("update consent_version set gpc = true where pseudonym = '" + older + "'");
        String owner = person;
        person = older;
        assertFound("consent-edited", 1);
        person = owner;
    }

    /** A row's text leaves out what is empty: a column that comes later changes no hash of before as long as it is empty there. */
    @Test
    void everyColumnIsCoveredAndOneThatComesLaterMayBeEmpty() throws SQLException {
        Set<String> filled = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_name || '.' || column_name from information_schema.columns where is_nullable = 'NO'"
                                + " and table_name in ('consent_version', 'consent_statement')")) {
            while (rows.next()) {
                filled.add(rows.getString(1));
            }
        }

        assertThat(filled)
                .as("a new column of consents must be allowed to be empty, or every stored hash is wrong")
                .isSubsetOf(
                        "consent_statement.decided_at",
                        "consent_statement.notice_version",
                        "consent_statement.purpose",
                        "consent_statement.status",
                        "consent_statement.version_id",
                        "consent_version.changed_at",
                        "consent_version.earlier_jurisdictions",
                        "consent_version.gpc",
                        "consent_version.id",
                        "consent_version.jurisdiction",
                        "consent_version.method",
                        "consent_version.notice_version",
                        "consent_version.pseudonym",
                        "consent_version.receipt_id",
                        "consent_version.version");
    }
}
