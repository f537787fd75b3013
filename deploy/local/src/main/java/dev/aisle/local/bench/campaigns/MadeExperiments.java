package dev.aisle.local.bench.campaigns;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Puts running experiments into the database of campaign-service, each with a layer of its own and targets that everybody meets. */
final class MadeExperiments {
    private MadeExperiments() {}

    /** So many that decide the flags {@code bench-0}, {@code bench-1} and so on. */
    static void run(PortPlan ports, int experiments) {
        try (var connection = DriverManager.getConnection(ports.jdbc("campaign"), "campaign", "campaign");
                PreparedStatement life = connection.prepareStatement(
                        "insert into experiment (id, state, revision, definition, made_at) values (?, 'running', 2, ?, now())");
                PreparedStatement phase = connection.prepareStatement(
                        "insert into experiment_phase (experiment_id, phase, definition, seed, started_at) values (?, 1, ?, ?, now())");
                PreparedStatement flag = connection.prepareStatement(
                        "insert into flag (key, revision, definition, changed_at, changed_by) values (?, 1, '{\"default\": \"control\"}', now(), 'bench')");
                Statement stamp = connection.createStatement()) {
            for (int number = 0; number < experiments; number++) {
                var id = "bench-" + number;
                life.setString(1, id);
                life.setString(2, definition(id));
                life.executeUpdate();
                phase.setString(1, id);
                phase.setString(2, definition(id));
                phase.setString(3, id + "/1");
                phase.executeUpdate();
                flag.setString(1, id);
                flag.executeUpdate();
            }
            stamp.executeUpdate("update experiment_stamp set changes = changes + 1");
        } catch (SQLException e) {
            throw new CommandFailure("The experiments can't be made: " + e.getMessage(), e);
        }
    }

    private static String definition(String id) {
        return String.format(Locale.ROOT, """
                {"name": "Bench", "hypothesis": "It is quick.", "flag": "%s",
                 "layer": {"name": "%s", "from": 0, "to": 1}, "targeting": {"country": {"$in": ["DE", "CN", "US"]}},
                 "variations": [{"key": "control", "weight": 0.5, "value": "control"}, {"key": "blue", "weight": 0.5, "value": "blue"}],
                 "metrics": [{"metric": "sales", "role": "goal"}]}
                """, id, id);
    }
}
