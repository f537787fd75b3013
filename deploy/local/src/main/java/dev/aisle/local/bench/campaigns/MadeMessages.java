package dev.aisle.local.bench.campaigns;

import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/** Puts messages into the queue of campaign-service: one a person, with some kilobytes of HTML as a shop sends it. */
final class MadeMessages implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final String ADD = """
            with added as (
                insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version, variation,
                    not_after, next_at, queued_at, changed_at)
                values (?, ?, 'email', 'marketing_email', 1, 'bench', 1, 'a', now() + interval '1 day', now(), now(), now())
                returning id, pseudonym, queued_at)
            insert into message_words (message_id, pseudonym, queued_at, subject, html, plain)
            select id, pseudonym, queued_at, 'What is new this week', ?, ? from added
            """;
    private final Connection connection;

    MadeMessages(PortPlan ports) {
        try {
            connection = DriverManager.getConnection(ports.jdbc("campaign"), "campaign", "campaign");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new CommandFailure("The queue can't be reached: " + e.getMessage(), e);
        }
    }

    /** Adds one for each of the first so many people; how many bytes its texts have. */
    int add(String round, int people) {
        var html = html();
        var plain = "What is new this week\n\nTea, and more tea.\n\nNo more of these: %%unsubscribe%%\n";
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (int person = 0; person < people; person++) {
                add.setString(1, round + "-" + person);
                add.setString(2, MadeEvents.pseudonym(person));
                add.setString(3, html);
                add.setString(4, plain);
                add.addBatch();
                if ((person + 1) % BATCH == 0 || person + 1 == people) {
                    add.executeBatch();
                    connection.commit();
                }
            }
            return html.length() + plain.length();
        } catch (SQLException e) {
            throw new CommandFailure("The queue can't be filled: " + e.getMessage(), e);
        }
    }

    private static String html() {
        var rows = new StringBuilder();
        for (int product = 0; product < 12; product++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr><td><a href=\"https://shop.example/p/%1$d\"><img src=\"https://shop.example/i/%1$d.jpg\" alt=\"Tea %1$d\"></a></td>"
                            + "<td><h3>Tea %1$d</h3><p>Hand picked, and only this week at this price.</p></td></tr>",
                    product));
        }
        return "<html><body><h1>What is new this week</h1><table>" + rows
                + "</table><p><a href=\"%%unsubscribe%%\">No more of these</a></p></body></html>";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailure("The queue can't be left: " + e.getMessage(), e);
        }
    }
}
