package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.about;
import static dev.aisle.privacy.AuditCalls.get;
import static dev.aisle.privacy.AuditCalls.settledSize;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.algorithms.privacy.merkle.CompactRange;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database's superuser changes the log. It is found, and so is where. Each test puts back what it changed. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AuditTamperIT {
    /** Each table and what isn't derived in it. */
    private static final Map<String, String> TABLES = Map.of(
            "audit_leaf", "leaf_index, entry",
            "audit_node", "completed_by, level, hash",
            "audit_head", "seq, head, signature",
            "audit_subject", "commitment, pseudonym, salt");

    @Inject
    AgroalDataSource dataSource;

    private static boolean written;

    private long size;

    @BeforeEach
    void keepACopy() throws SQLException {
        if (!written) {
            awaitQuiet();
            writeThreeHeads();
            written = true;
        }
        size = settledSize();
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
        for (String table : TABLES.keySet()) {
            execute("drop table if exists kept_" + table, "create table kept_" + table + " as table " + table);
        }
    }

    /** Waits for the end of what earlier tests began: a leaf that came meanwhile would be gone when a test puts back what it kept. */
    private static void awaitQuiet() {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(6))
                .until(() -> {
                    long now = settledSize();
                    return before.getAndSet(now) == now;
                });
    }

    /** Once for all tests, since each puts back what it changed: it takes seconds. */
    private static void writeThreeHeads() {
        for (int i = 0; i < 3; i++) {
            String customer = newCustomer();
            about(grant(customer), 1);
            Calls.say(customer, "analytics", "grant");
            settledSize();
        }
    }

    @AfterEach
    void putItBack() throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String name = table.getKey();
            execute(
                    "truncate " + name,
                    "insert into " + name + " (" + table.getValue() + ") select " + table.getValue() + " from kept_"
                            + name,
                    "drop table kept_" + name);
        }
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
    }

    /** In one transaction and without triggers, as only a superuser can. */
    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static void assertFound(String what, long leaf) {
        JsonPath verdict = get("/v1/audit/verify");
        assertThat(verdict.getBoolean("valid")).isFalse();
        assertThat(verdict.getString("first.what")).as(verdict.prettify()).isEqualTo(what);
        assertThat(verdict.getLong("first.leaf")).as(verdict.prettify()).isEqualTo(leaf);
    }

    @Test
    void anEditedEntry() throws SQLException {
        execute("update audit_leaf set entry = replace(entry, '\"event\":\"', '\"event\":\"no.') where leaf_index = 2");

        assertFound("edited", 2);
    }

    @Test
    void aDeletedEntry() throws SQLException {
        execute("delete from audit_leaf where leaf_index = 3");

        assertFound("deleted", 3);
    }

    @Test
    void aDeletedEntryWithItsHashes() throws SQLException {
        execute("delete from audit_leaf where leaf_index = 3", "delete from audit_node where completed_by = 3");

        assertFound("deleted", 3);
    }

    @Test
    void aDeletedEntryWhoseFollowersMovedUp() throws SQLException {
        execute(
                "create temp table moved as select leaf_index - 1 as i, entry as e from audit_leaf where leaf_index >"
                        + " 1",
                "delete from audit_leaf where leaf_index >= 1",
                "insert into audit_leaf (leaf_index, entry) select i, e from moved",
                "drop table moved");

        assertFound("deleted", 1);
    }

    @Test
    void theLastEntriesCutOff() throws SQLException {
        execute("delete from audit_leaf where leaf_index >= " + (size - 2));

        assertFound("truncated", size - 2);
    }

    @Test
    void theLastEntriesCutOffWithTheirHashesAndHeads() throws SQLException {
        long cut = get("/v1/audit/heads").getLong("heads[1].size");
        execute(
                "delete from audit_leaf where leaf_index >= " + cut,
                "delete from audit_node where completed_by >= " + cut,
                "delete from audit_head where size > " + cut);

        // Only the file that is kept elsewhere knows.
        assertFound("truncated", cut);
    }

    @Test
    void twoEntriesThatChangedPlaces() throws SQLException {
        execute(
                "create temp table swapped as select case leaf_index when 1 then 4 else 1 end as i, entry as e"
                        + " from audit_leaf where leaf_index in (1, 4)",
                "delete from audit_leaf where leaf_index in (1, 4)",
                "insert into audit_leaf (leaf_index, entry) select i, e from swapped",
                "drop table swapped");

        assertFound("reordered", 1);
    }

    @Test
    void anEntryThatNobodySigned() throws SQLException {
        execute("insert into audit_leaf (leaf_index, entry) select " + size
                + ", entry from audit_leaf where leaf_index = 0");

        assertFound("unsigned", size);
    }

    @Test
    void anEditedHashOfALeaf() throws SQLException {
        execute("update audit_node set hash = sha256(hash) where completed_by = 2 and level = 0");

        assertFound("node-edited", 2);
    }

    @Test
    void anEditedHashOfAnInnerNode() throws SQLException {
        execute("update audit_node set hash = sha256(hash) where completed_by = 3 and level = 2");

        assertFound("node-edited", 3);
    }

    @Test
    void aDeletedHash() throws SQLException {
        execute("delete from audit_node where completed_by = 3 and level = 1");

        assertFound("node-deleted", 3);
    }

    @Test
    void anEntryThatWasRewrittenWithTheWholeTree() throws SQLException {
        execute("update audit_leaf set entry = replace(entry, '\"event\":\"', '\"event\":\"no.') where leaf_index = 2");
        rebuildTree();

        JsonPath verdict = get("/v1/audit/verify");
        assertThat(verdict.getString("first.what")).isEqualTo("rewritten");
        assertThat(verdict.getLong("first.leaf")).isLessThanOrEqualTo(2);
    }

    private void rebuildTree() throws SQLException {
        execute("delete from audit_node");
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into audit_node values (?, ?, ?)");
                ResultSet rows = select.executeQuery("select entry from audit_leaf order by leaf_index")) {
            CompactRange range = CompactRange.empty();
            while (rows.next()) {
                byte[] leaf = rows.getString(1).getBytes(StandardCharsets.UTF_8);
                range.append(TreeHash.leaf(leaf), node -> {
                    try {
                        insert.setLong(1, node.completedBy());
                        insert.setInt(2, node.level());
                        insert.setBytes(3, node.hash().bytes());
                        insert.executeUpdate();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
    }

    @Test
    void anEditedHead() throws SQLException {
        execute("update audit_head set head = replace(head, '\"root\":\"', '\"root\":\"00') where seq = 1");

        JsonPath verdict = get("/v1/audit/verify");
        assertThat(verdict.getString("first.what")).isEqualTo("head-edited");
        assertThat(verdict.getLong("first.head")).isEqualTo(1);
    }

    @Test
    void aDeletedHead() throws SQLException {
        execute("delete from audit_head where seq = 1");

        JsonPath verdict = get("/v1/audit/verify");
        assertThat(verdict.getString("first.what")).isEqualTo("head-deleted");
        assertThat(verdict.getLong("first.head")).isEqualTo(1);
    }

    @Test
    void somebodyElseInThePlaceOfASubject() throws SQLException {
        String other = "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        JsonPath last = get("/v1/audit?after=" + (size - 4));
        long leaf = last.getLong("entries.find { it.subject != null }.leaf");
        execute("update audit_subject set pseudonym = '" + other
                + "' where commitment = (select subject from audit_leaf where leaf_index = " + leaf + ")");

        assertFound("subject-edited", leaf);
    }

    @Test
    void aHeadThatTheCallerKeptOfAnotherLog() {
        JsonPath verdict = get("/v1/audit/verify?size=2&root=" + "ab".repeat(32));

        assertThat(verdict.getString("first.what")).isEqualTo("other-log");
        assertThat(get("/v1/audit/verify?size=2&root="
                                + get("/v1/audit/proof?leaf=0&size=2").getString("root"))
                        .getBoolean("valid"))
                .isTrue();
    }
}
