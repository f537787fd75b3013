package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How people are spoken to, and which first times are over for them. In the caller's transaction. */
@Singleton
public class RecipientRepository {
    private static final String OF = """
        select pseudonym, locale, zone, visited, ordered, allowed_email, allowed_push from recipient
        where pseudonym = any(?)
        """;
    private static final String PUT = """
        insert into recipient (pseudonym, locale, zone, visited, ordered, allowed_email, allowed_push, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (pseudonym) do update set locale = excluded.locale, zone = excluded.zone,
            visited = excluded.visited, ordered = excluded.ordered, allowed_email = excluded.allowed_email,
            allowed_push = excluded.allowed_push, changed_at = excluded.changed_at
        """;
    private static final String PAGE = "select pseudonym from recipient where pseudonym > ? order by pseudonym limit ?";

    private final AgroalDataSource database;

    RecipientRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** What is known of somebody. */
    public record Known(
            Recipient recipient, boolean visited, boolean ordered, boolean allowedEmail, boolean allowedPush) {
        /** Of somebody of whom nothing is known. */
        public static final Known NOBODY = new Known(Recipient.UNKNOWN, false, false, false, false);
    }

    /** Those who are known. */
    public Map<String, Known> of(Collection<String> people) {
        Map<String, Known> known = new HashMap<>();
        Sql.on(database, "Recipients could not be read", connection -> {
            Object all = connection.createArrayOf("text", people.toArray());
            return Sql.query(connection, OF, row -> known.put(row.getString("pseudonym"), known(row)), all);
        });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Recipient(row.getString("locale"), row.getString("zone")),
                row.getBoolean("visited"),
                row.getBoolean("ordered"),
                row.getBoolean("allowed_email"),
                row.getBoolean("allowed_push"));
    }

    /** Writes them. */
    public void put(Map<String, Known> people, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        Sql.on(database, "Recipients could not be written", connection -> {
            try (PreparedStatement put = connection.prepareStatement(PUT)) {
                for (Map.Entry<String, Known> one : people.entrySet()) {
                    Known known = one.getValue();
                    put.setString(1, one.getKey());
                    put.setString(2, known.recipient().locale());
                    put.setString(3, known.recipient().zone());
                    put.setBoolean(4, known.visited());
                    put.setBoolean(5, known.ordered());
                    put.setBoolean(6, known.allowedEmail());
                    put.setBoolean(7, known.allowedPush());
                    put.setTimestamp(8, Timestamp.from(now));
                    put.addBatch();
                }
                return put.executeBatch().length;
            }
        });
    }

    /** Those who come after a pseudonym. */
    public List<String> page(String after, int most) {
        return Sql.on(
                database,
                "Recipients could not be read",
                connection -> Sql.query(connection, PAGE, row -> row.getString(1), after, most));
    }
}
