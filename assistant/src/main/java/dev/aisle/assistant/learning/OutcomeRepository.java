package dev.aisle.assistant.learning;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What became of conversations, and whether answers helped. */
@Singleton
public class OutcomeRepository {
    private static final String ANSWERED = """
            insert into assistant_outcome as known (conversation_id, pseudonym, language, variation, begun_at, answers, unsure, handed_over)
            values (?, ?, ?, ?, ?, 1, ?, ?)
            on conflict (conversation_id) do update set answers = known.answers + 1, unsure = known.unsure + excluded.unsure,
                handed_over = known.handed_over or excluded.handed_over
            """;
    private static final String THUMB = """
            insert into assistant_thumb (conversation_id, number, pseudonym, helpful, given_at) values (?, ?, ?, ?, ?)
            on conflict (conversation_id, number) do update set helpful = excluded.helpful
            """;
    /**
     * Everybody's latest conversation of these days. Solved: something was answered, nobody was called, the last thumb isn't down, and it isn't one
     * star or two.
     */
    private static final String REPORT = """
            with latest as (
                select distinct on (coalesce(nullif(pseudonym, ''), conversation_id::text)) *
                from assistant_outcome where begun_at >= ? and begun_at < ?
                order by coalesce(nullif(pseudonym, ''), conversation_id::text), begun_at desc, conversation_id
            ), one as (
                select floor(extract(epoch from o.begun_at) / 86400 / ?)::bigint * ? as day, o.language, o.variation, o.unsure > 0 as unsure,
                       o.handed_over, o.stars, t.helpful,
                       o.answers > o.unsure and not o.handed_over and coalesce(t.helpful, true) and coalesce(o.stars, 5) > 2 as solved
                from latest o left join lateral (
                    select helpful from assistant_thumb where conversation_id = o.conversation_id order by number desc limit 1
                ) t on true
            )
            select day, language, variation, count(*), count(*) filter (where solved), count(*) filter (where handed_over),
                   count(*) filter (where unsure), count(*) filter (where helpful), count(*) filter (where not helpful), count(stars),
                   coalesce(sum(stars), 0)
            from one group by day, language, variation
            """;

    private static final String[] TABLES = {"assistant_outcome", "assistant_thumb", "assistant_unanswered"};

    private final Database database;

    OutcomeRepository(Database database) {
        this.database = database;
    }

    /**
     * An answer.
     *
     * @param person a pseudonym; empty when nobody is known
     */
    public record Answered(
            UUID conversation,
            String person,
            String language,
            String variation,
            Instant at,
            boolean unsure,
            boolean handedOver) {}

    /** Counts an answer; language, variation and day are those of the first. */
    public void answered(Answered one) {
        database.update(ANSWERED, statement -> {
            statement.setObject(1, one.conversation());
            statement.setString(2, one.person());
            statement.setString(3, one.language());
            statement.setString(4, one.variation());
            statement.setTimestamp(5, Timestamp.from(one.at()));
            statement.setInt(6, one.unsure() ? 1 : 0);
            statement.setBoolean(7, one.handedOver());
        });
    }

    /** Notes whether an answer helped; the last word counts. */
    public void thumb(UUID conversation, int number, String person, boolean helpful, Instant at) {
        database.update(THUMB, statement -> {
            statement.setObject(1, conversation);
            statement.setInt(2, number);
            statement.setString(3, person);
            statement.setBoolean(4, helpful);
            statement.setTimestamp(5, Timestamp.from(at));
        });
    }

    /** Notes the stars of a conversation that something was answered in; false when there is none such. */
    public boolean stars(UUID conversation, int stars) {
        return database.update("update assistant_outcome set stars = ? where conversation_id = ?", statement -> {
                    statement.setInt(1, stars);
                    statement.setObject(2, conversation);
                })
                > 0;
    }

    /** Whether stars were given already. */
    public boolean rated(UUID conversation) {
        return !database.query(
                        "select 1 from assistant_outcome where conversation_id = ? and stars is not null for update",
                        statement -> statement.setObject(1, conversation),
                        row -> true)
                .isEmpty();
    }

    /** People of these days, both included, by rows of so many days. */
    public List<DayOfOutcomes> between(LocalDate from, LocalDate to, int daysPerRow) {
        return database.query(
                REPORT,
                statement -> {
                    statement.setTimestamp(
                            1, Timestamp.from(from.atStartOfDay(ZoneOffset.UTC).toInstant()));
                    statement.setTimestamp(
                            2,
                            Timestamp.from(
                                    to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
                    statement.setInt(3, daysPerRow);
                    statement.setInt(4, daysPerRow);
                },
                OutcomeRepository::day);
    }

    /** Names of variations that were ever answered by, in their order. */
    public List<String> variations() {
        return database.query(
                "select distinct variation from assistant_outcome order by variation",
                statement -> {},
                row -> row.getString(1));
    }

    private static DayOfOutcomes day(ResultSet row) throws SQLException {
        return new DayOfOutcomes(
                LocalDate.ofEpochDay(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11));
    }

    /** Removes everything of a conversation. */
    public void deleteOf(UUID conversation) {
        for (String table : TABLES) {
            database.update(
                    "delete from " + table + " where conversation_id = ?",
                    statement -> statement.setObject(1, conversation));
        }
    }
}
