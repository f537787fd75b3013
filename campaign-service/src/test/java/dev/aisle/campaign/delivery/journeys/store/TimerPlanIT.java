package dev.aisle.campaign.delivery.journeys.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.shared.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Journeys that aren't due cost nothing: {@code -Dtimers.rows=1000000} holds a million of them and prints how long the look for what is due
 * takes.
 */
class TimerPlanIT {
    private static final int ROWS = Integer.getInteger("timers.rows", 50_000);
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final int LOOKS = 200;

    @Test
    void onlyWhatIsDueIsTouchedHoweverManyWait() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "off")
                .start()) {
            DataSource database = postgres.getPostgresDatabase();
            fill(database);
            TimerRepository timers = new TimerRepository(database);

            List<String> campaigns = timers.dueCampaigns(NOW);
            List<Journey> claimed = timers.claim("c7", NOW, 50, UUID.randomUUID(), NOW.plusSeconds(60));
            String claim = explain(database, claimWithValues());
            String look =
                    explain(database, TimerRepository.DUE_CAMPAIGNS.replace("?", "timestamptz '2026-11-27T12:00:00Z'"));
            printLatency(database);

            assertThat(campaigns).containsExactlyInAnyOrder("c7", "c8");
            assertThat(claimed)
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.campaign()).isEqualTo("c7"));
            assertThat(timers.claim("c7", NOW, 50, UUID.randomUUID(), NOW.plusSeconds(60)))
                    .as("held by the one who claimed before")
                    .isEmpty();
            assertThat(timers.claim("c7", NOW.plusSeconds(61), 50, UUID.randomUUID(), NOW.plusSeconds(120)))
                    .as("that one is gone")
                    .hasSize(3);
            assertThat(List.of(claim, look))
                    .allSatisfy(plan -> assertThat(plan)
                            .contains("Index Scan using journey_due")
                            .doesNotContain("Seq Scan on journey"));
        }
    }

    private static void fill(DataSource database) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String migration : List.of(
                    "V1_0__campaigns_people_decisions", "V2_0__campaign_life", "V3_0__messages", "V5_0__journeys")) {
                try (InputStream sql = TimerPlanIT.class.getResourceAsStream("/db/migration/" + migration + ".sql")) {
                    statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute(
                    "insert into campaign select 'c' || n, case when n = 9 then 'paused' else 'running' end, 1, 1, 1"
                            + " from generate_series(0, 199) n");
            statement.execute(
                    "insert into journey (pseudonym, campaign_id, campaign_version, occasion, consent_version, state,"
                            + " step, seen, due_at, entered_at, changed_at)"
                            + " select 'p1.k1.' || n, 'c' || n % 200, 1, 'event:' || n, 1, 'waiting', 0, '',"
                            + " timestamptz '2026-11-28T12:00:00Z' + n * interval '1 second', now(), now()"
                            + " from generate_series(1, " + ROWS + ") n");
            statement.execute("update journey set due_at = timestamptz '2026-11-27T11:59:00Z'"
                    + " where campaign_id in ('c7', 'c8', 'c9') and id <= 600");
            statement.execute("analyze");
        }
    }

    private static String claimWithValues() {
        return TimerRepository.CLAIM
                .replaceFirst("campaign_id = \\?", "campaign_id = 'c7'")
                .replaceFirst("limit \\?", "limit 50")
                .replaceFirst("lease = \\?", "lease = null")
                .replace("?", "timestamptz '2026-11-27T12:00:00Z'");
    }

    private static String explain(DataSource database, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** On one connection, as from a pool. */
    private static void printLatency(DataSource database) throws SQLException {
        long[] nanos = new long[LOOKS];
        try (Connection connection = database.getConnection()) {
            for (int look = 0; look < LOOKS; look++) {
                long start = System.nanoTime();
                Sql.query(connection, TimerRepository.DUE_CAMPAIGNS, row -> row.getString(1), NOW, NOW);
                nanos[look] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%d journeys in 200 campaigns: a look for what is due takes %.2f ms (p50), %.2f ms (p99)%n",
                ROWS,
                nanos[LOOKS / 2] / 1e6,
                nanos[LOOKS * 99 / 100] / 1e6);
    }
}
