package dev.aisle.campaign.delivery.messages.store;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Which processes send now: they share what a provider may be given a second. */
@Singleton
public class SenderFleet {
    /** Three times as long as between two signs of life. */
    private static final Duration ALIVE_FOR = Duration.ofSeconds(15);

    private static final String SEEN = """
            insert into sender_process (id, seen_at) values (?, ?)
            on conflict (id) do update set seen_at = excluded.seen_at
            """;

    private final DataSource database;

    public SenderFleet(DataSource database) {
        this.database = database;
    }

    /** A process says that it sends; how many do, with itself. */
    public int alive(UUID process, Instant now) {
        return Sql.on(database, "The senders could not be counted", connection -> {
            Sql.update(connection, SEEN, process, now);
            Sql.update(connection, "delete from sender_process where seen_at < ?", now.minus(ALIVE_FOR));
            return Sql.query(connection, "select count(*)::int from sender_process", row -> row.getInt(1))
                    .getFirst();
        });
    }

    /** A process ends: the others share at once. */
    public void gone(UUID process) {
        Sql.on(
                database,
                "A sender could not sign off",
                connection -> Sql.update(connection, "delete from sender_process where id = ?", process));
    }
}
