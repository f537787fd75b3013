package dev.aisle.e2e.console;

import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Weeks of campaigns, experiments and lists, written as rows, so that pages have something to draw. Rows are whole and their ids begin with {@code past-}. */
final class PastOfTheShop {
    private static final Set<String> WRITTEN = new HashSet<>();

    private PastOfTheShop() {}

    /** Into campaign-service's database. */
    static void ofCampaigns() {
        write("campaign");
    }

    /** Into recommender-service's database. */
    static void ofRecommendations() {
        write("recommender");
    }

    /** Once for all tests. */
    private static synchronized void write(String database) {
        if (!WRITTEN.add(database)) {
            return;
        }
        String url = new PortPlan(ConsoleStack.BASE_PORT).jdbc(database);
        try (var connection = DriverManager.getConnection(url, database, database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(read("/console/past-" + database + ".sql"));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The past can't be written into " + database, e);
        }
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(PastOfTheShop.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
