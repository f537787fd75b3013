package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.restore.ReapplyErasures;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When everybody has erased, the pseudonym goes too: from the tables, and from the topics that keep for ever. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConcealedIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ErasureMarks marks;

    @Inject
    ErasedSubjects erased;

    @Inject
    ReapplyErasures reapply;

    @Test
    void noTableNamesThePseudonymOfACompleteErasureAndTheTopicsDropIt()
            throws SQLException, InvalidProtocolBufferException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        assertThat(tablesWith(pseudonym)).as("the search finds what is there").contains("consent_version");

        complete(customer, pseudonym);

        await().untilAsserted(() -> assertThat(tablesWith(pseudonym)).isEmpty());
        assertThat(TestRecords.awaitKey(Topic.CONSENTS, 3, pseudonym).getLast().value())
                .isNull();
        // It may have been sent more than once before.
        assertThat(TestRecords.await(
                        Topic.ERASURES, 1, record -> pseudonym.equals(record.key()) && record.value() == null))
                .isNotEmpty();
        Erasure mark = Erasure.parseFrom(TestRecords.awaitKey(Topic.ERASURES, 1, marks.of(pseudonym))
                .getFirst()
                .value());
        assertThat(mark.getPseudonym()).isEmpty();
        assertThat(mark.hasEffectiveAt()).isTrue();
    }

    @Test
    void whoeverIsConcealedIsStillErased() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        String id = complete(customer, pseudonym);

        await().until(() -> erased.contains(pseudonym));
        assertThat(erase(customer)).isEqualTo(id);
        assertThat(grant(customer)).isNotEqualTo(pseudonym);
    }

    @Test
    void anOlderDatabaseForgetsAgainAndKnowsWhomItHasErasedSince() throws SQLException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        complete(customer, pseudonym);
        await().until(() -> erased.contains(pseudonym));

        bringBack(pseudonym);
        assertThat(tablesWith(pseudonym)).isNotEmpty();
        reapply.reapply();

        await().untilAsserted(() -> assertThat(tablesWith(pseudonym)).isEmpty());
        assertThat(grant(customer)).isNotEqualTo(pseudonym);
    }

    @Test
    void anErasureThatIsUnderWayAtAStartGoesOn() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = erase(customer);
        await().until(() -> erased.contains(pseudonym));

        reapply.reapply();

        officer().get("/v1/requests/" + id).then().body("status", equalTo("in_progress"));
        Services.OTHERS.forEach(service -> Services.answer(id, pseudonym, service));
        await().untilAsserted(() -> officer().get("/v1/requests/" + id).then().body("status", equalTo("completed")));
    }

    private String complete(String customer, String pseudonym) {
        String id = erase(customer);
        Services.OTHERS.forEach(service -> Services.answer(id, pseudonym, service));
        await().untilAsserted(() -> officer().get("/v1/requests/" + id).then().body("status", equalTo("completed")));
        return id;
    }

    /** As a backup from before the erasure would. */
    private void bringBack(String pseudonym) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, "delete from erased_subject where pseudonym = ?", marks.of(pseudonym));
            update(
                    connection,
                    "insert into restricted_subject (pseudonym, request_id, restricted_at)"
                            + " select ?, id, now() from subject_request limit 1",
                    pseudonym);
            update(
                    connection,
                    "insert into consent_fence (pseudonym, purpose, version) values (?, 'analytics', 1)",
                    pseudonym);
        }
    }

    private static void update(Connection connection, String sql, String pseudonym) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, pseudonym);
            statement.executeUpdate();
        }
    }

    private List<String> tablesWith(String text) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement list = connection.createStatement();
                ResultSet rows = list.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            tables.removeIf(table -> !holds(connection, table, text));
        }
        return tables;
    }

    /** A payload is shown with its text readable. */
    private static boolean holds(Connection connection, String table, String text) {
        try (PreparedStatement statement = connection.prepareStatement(
                "select exists (select from \"" + table + "\" one where one::text like ? or one::text like ?)")) {
            statement.setString(1, "%" + text + "%");
            statement.setString(2, "%" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "%");
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
