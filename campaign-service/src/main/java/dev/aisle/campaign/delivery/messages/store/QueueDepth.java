package dev.aisle.campaign.delivery.messages.store;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;

/** How much there is to send. */
@Singleton
public class QueueDepth {
    private static final String DUE =
            "select count(*), extract(epoch from min(next_at)) from message where state = 'queued' and next_at <= ?";

    private final DataSource database;

    QueueDepth(DataSource database) {
        this.database = database;
    }

    /**
     * What should be sent by now.
     *
     * @param since seconds since 1970 since which the first one is due; 0 when there is none
     */
    public record Due(long messages, double since) {}

    /** What is due at a moment; read from the index of what is queued. */
    public Due at(Instant now) {
        return Sql.on(
                database,
                "The queue of messages could not be counted",
                connection -> Sql.query(connection, DUE, row -> new Due(row.getLong(1), row.getDouble(2)), now)
                        .getFirst());
    }
}
