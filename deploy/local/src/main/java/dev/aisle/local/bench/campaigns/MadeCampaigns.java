package dev.aisle.local.bench.campaigns;

import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Puts running campaigns and people into the database of campaign-service. All campaigns want the same placement; each is for two of twenty
 * segments, with caps, a value and a limit in total. Each person is in five of the segments.
 */
final class MadeCampaigns implements AutoCloseable {
    private static final int SEGMENTS = 20;
    private static final int SEGMENTS_OF_A_PERSON = 5;
    private static final int BATCH = 1_000;
    private final Connection connection;

    MadeCampaigns(PortPlan ports) {
        try {
            connection = DriverManager.getConnection(ports.jdbc("campaign"), "campaign", "campaign");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new CommandFailure("The database can't be reached: " + e.getMessage(), e);
        }
    }

    /** So many campaigns run at the placement {@code landing-bench}. */
    void run(int campaigns) {
        try (PreparedStatement life = connection.prepareStatement(
                        "insert into campaign (id, state, running_version, newest_version, revision) values (?, 'running', 1, 1, 1)");
                PreparedStatement version = connection.prepareStatement("""
                        insert into campaign_version (campaign_id, version, stage, definition, author, made_at)
                        values (?, 1, 'approved', ?, 'bench', now())
                        """);
                Statement stamp = connection.createStatement()) {
            for (int number = 0; number < campaigns; number++) {
                var id = String.format(Locale.ROOT, "bench-%03d", number);
                life.setString(1, id);
                life.addBatch();
                version.setString(1, id);
                version.setString(2, definition(number));
                version.addBatch();
            }
            life.executeBatch();
            version.executeBatch();
            stamp.executeUpdate("update campaign_stamp set changes = changes + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new CommandFailure("The campaigns can't be made: " + e.getMessage(), e);
        }
    }

    private static String definition(int number) {
        return String.format(Locale.ROOT, """
                {"name": "Bench %d", "kind": "coupon", "placements": ["landing-bench"], "holdout": 0.05,
                 "audience": {"any": ["bench-%d", "bench-%d"]},
                 "caps": {"perPerson": {"times": 3, "window": "P7D"}, "total": 100000000},
                 "value": {"amount": %d, "currency": "EUR"},
                 "variations": [
                   {"id": "a", "weight": 0.5, "content": {"en": {"title": "Tea for you", "body": "From {shop.name}"}}},
                   {"id": "b", "weight": 0.5, "content": {"en": {"title": "More tea", "body": "From {shop.name}"}}}]}
                """, number, number % SEGMENTS, number * 7 % SEGMENTS, 5 + number % 40);
    }

    /** So many people are known, each in some segments. */
    void know(int people) {
        try (PreparedStatement person =
                        connection.prepareStatement("insert into person (pseudonym, purchases) values (?, 1)");
                PreparedStatement member = connection.prepareStatement("""
                        insert into segment_member (pseudonym, segment_id, member, profile_version, changed_at)
                        values (?, ?, true, 1, now())
                        """)) {
            for (int number = 0; number < people; number++) {
                var pseudonym = MadeEvents.pseudonym(number);
                person.setString(1, pseudonym);
                person.addBatch();
                for (int segment = 0; segment < SEGMENTS_OF_A_PERSON; segment++) {
                    member.setString(1, pseudonym);
                    member.setString(2, "bench-" + (number + segment * 3) % SEGMENTS);
                    member.addBatch();
                }
                if ((number + 1) % BATCH == 0 || number + 1 == people) {
                    person.executeBatch();
                    member.executeBatch();
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new CommandFailure("The people can't be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailure("The database can't be left: " + e.getMessage(), e);
        }
    }
}
