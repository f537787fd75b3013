package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.statements.ReadConsent;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Reading a state as it was, among many. {@code -Daisle.consents.rows=10000000} fills the table as far as is promised and prints the
 * percentiles; without it there are enough rows for a plan that is worth looking at.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AsOfIT {
    private static final int ROWS = Integer.getInteger("aisle.consents.rows", 200_000);
    private static final int VERSIONS = 20;
    /** A process that has just started compiles while it reads; what a shop sees comes after. */
    private static final int NOT_COUNTED = 500;

    private static final int READS = 2_000;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReadConsent readConsent;

    @Test
    void theStateAtAMomentIsOneIndexScanHoweverManyThereAre() throws SQLException {
        fill();
        try {
            assertThat(plan())
                    .containsOnlyOnce("Scan")
                    .contains("consent_version_as_of")
                    .doesNotContain("Sort");
            readMany();
        } finally {
            empty();
        }
    }

    private void readMany() {
        SplittableRandom random = new SplittableRandom(27560);
        for (int i = 0; i < NOT_COUNTED; i++) {
            read(random);
        }
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            nanos[i] = read(random);
        }
        Arrays.sort(nanos);
        System.out.printf(
                "FIGURE  as-of reads over %,d consent versions: p50 %.2f ms, p99 %.2f ms, of %,d after %,d that aren't counted%n",
                ROWS, nanos[READS / 2] / 1e6, nanos[READS * 99 / 100] / 1e6, READS, NOT_COUNTED);
    }

    /** Anybody's state at any of its moments; how many nanoseconds it took. */
    private long read(SplittableRandom random) {
        int version = 1 + random.nextInt(VERSIONS);
        String person = person(random.nextInt(ROWS / VERSIONS));
        Instant at = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * version);
        long start = System.nanoTime();
        ConsentSnapshot state = readConsent.asOf(new Pseudonym(person), at);
        long nanos = System.nanoTime() - start;
        assertThat(state.version()).isEqualTo(version);
        return nanos;
    }

    private String plan() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "explain select * from consent_version where pseudonym = '"
                                + person(7)
                                + "' and changed_at <= '2026-01-05T12:00:00Z' order by changed_at desc, version desc limit 1")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** As {@code fill} makes them: 26 characters before the number keep it a pseudonym. */
    private static String person(int number) {
        return "p1.asof.AAAAAAAAAAAAAAAAAAAAAAAA%08d".formatted(number);
    }

    private void fill() throws SQLException {
        execute(
                "insert into consent_version (pseudonym, version, changed_at, jurisdiction, age_band, notice_version, gpc, method,"
                        + " receipt_id) select 'p1.asof.AAAAAAAAAAAAAAAAAAAAAAAA' || lpad((n % " + ROWS / VERSIONS
                        + ")::text, 8, '0'), 1 + n / " + ROWS / VERSIONS
                        + ", timestamptz '2026-01-01T00:00:00Z' + (1 + n / "
                        + ROWS / VERSIONS
                        + ") * interval '1 day', 'EU', 'adult', '1', false, 'banner', gen_random_uuid()"
                        + " from generate_series(0, " + (ROWS - 1) + ") n");
        // Else a check of the foreign key that was planned for a small table reads all of the large one for each row.
        execute("analyze consent_version");
        execute("insert into consent_statement (version_id, purpose, status, decided_at) select id, 'analytics',"
                + " 'grant', changed_at from consent_version where pseudonym like 'p1.asof.%'");
        // As autovacuum does soon: else the reads would pay for what the insert left.
        execute("vacuum (analyze) consent_version");
        execute("vacuum (analyze) consent_statement");
        execute("checkpoint");
    }

    /** Millions of rows end with the database, sooner than one by one. */
    private void empty() throws SQLException {
        if (ROWS > 1_000_000) {
            return;
        }
        execute("delete from consent_version where pseudonym like 'p1.asof.%'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
