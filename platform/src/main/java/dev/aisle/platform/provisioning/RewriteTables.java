package dev.aisle.platform.provisioning;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes each table of a database anew, so that its files hold nothing of a deleted row: one table after the other, the small ones first. A table is locked
 * while it is written, so one that would take longer than a bound is left and named, and so is one that somebody holds all the time. Nobody waits behind
 * this job for a lock longer than {@code aisle.rewrite.lock-wait-millis}.
 */
public final class RewriteTables {
    /** A gigabyte in ten seconds: what a fast disk does. */
    private static final long BYTES_A_SECOND = 100_000_000;

    private static final int TRIES = 5;
    private static final String TOO_LONG = "57014";
    private static final Set<String> HELD = Set.of("55P03", "40P01");
    private static final String TABLES =
            "select format('%I.%I', n.nspname, c.relname), pg_total_relation_size(c.oid) from pg_class c join"
                    + " pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and (n.nspname = 'public'"
                    + " or c.oid = 'pg_catalog.pg_statistic'::regclass)"
                    // Frequent values of the columns stand in the statistics, those of before this job too.
                    + " order by n.nspname = 'pg_catalog', 2, 1";

    private final PrintStream out;
    private final int longestLockSeconds;
    private final int lockWaitMillis;
    private final List<String> left = new ArrayList<>();

    private RewriteTables(Settings settings, PrintStream out) {
        this.out = out;
        longestLockSeconds = settings.number("aisle.rewrite.longest-lock-seconds", 20);
        lockWaitMillis = settings.number("aisle.rewrite.lock-wait-millis", 2_000);
    }

    private record Table(String name, long bytes) {
        long seconds() {
            return Math.ceilDiv(bytes, BYTES_A_SECOND);
        }
    }

    /** The job; it ends with 1 when a table was left. */
    public static void main(String... arguments) {
        System.exit(run(new Settings(System.getenv()), List.of(arguments), System.out));
    }

    static int run(Settings settings, List<String> arguments, PrintStream out) {
        try (Connection connection = DriverManager.getConnection(
                settings.need("quarkus.datasource.jdbc.url"), settings.login("username"), settings.login("password"))) {
            return new RewriteTables(settings, out).all(connection) ? 0 : 1;
        } catch (JobFailure e) {
            out.println("rewrite: " + e.getMessage());
        } catch (SQLException e) {
            out.println("rewrite: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
        }
        return 1;
    }

    private boolean all(Connection connection) throws SQLException {
        List<Table> tables = tables(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + lockWaitMillis);
            // Twice the bound: a disk may be slower than assumed, but never for long.
            statement.execute("set statement_timeout = " + (lockWaitMillis + 2_000L * longestLockSeconds));
            for (Table table : tables) {
                rewrite(table, statement);
            }
        }
        left.forEach(table -> out.println("rewrite: left " + table));
        out.printf("rewrite: %d tables written anew, %d left%n", tables.size() - left.size(), left.size());
        return left.isEmpty();
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getLong(2)));
            }
        }
        return tables;
    }

    private void rewrite(Table table, Statement statement) throws SQLException {
        if (table.seconds() > longestLockSeconds) {
            left.add("%s: %,d bytes, locked for about %d s, more than %d"
                    .formatted(table.name(), table.bytes(), table.seconds(), longestLockSeconds));
            return;
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                statement.execute("vacuum (full, analyze) " + table.name());
                return;
            } catch (SQLException e) {
                if (TOO_LONG.equals(e.getSQLState())) {
                    left.add(table.name() + ": took longer than " + 2 * longestLockSeconds + " s");
                    return;
                }
                if (!HELD.contains(e.getSQLState())) {
                    throw e;
                }
                letOthersGo();
            }
        }
        left.add(table.name() + ": held by somebody, " + TRIES + " times");
    }

    /** Whoever queued up behind this job gets its turn. */
    private void letOthersGo() {
        try {
            Thread.sleep(lockWaitMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("was told to end.");
        }
    }
}
