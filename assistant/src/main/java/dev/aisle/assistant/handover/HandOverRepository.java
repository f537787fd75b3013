package dev.aisle.assistant.handover;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of conversations on their way to a person. */
@Singleton
class HandOverRepository {
    private static final String RENEW = """
            update hand_over set body = ?, due_at = ? where conversation_id = ? and delivered_at is null
            returning id, body, attempts
            """;
    private static final String INSERT = """
            insert into hand_over (id, conversation_id, pseudonym, body, asked_at, due_at)
            select ?, id, pseudonym, ?, ?, ? from conversation where id = ?
            returning id, body, attempts
            """;
    private static final String CLAIM = """
            update hand_over set due_at = ? where id in (
                select id from hand_over where delivered_at is null and due_at <= ? and asked_at > ?
                order by due_at limit 10 for update skip locked)
            returning id, body, attempts
            """;
    private static final String DELIVERED = """
            update hand_over set delivered_at = ?, body = '', failure = '', attempts = attempts + 1 where id = ?
            """;
    private static final String FAILED = """
            update hand_over set attempts = attempts + 1, failure = ?, due_at = ? where id = ? and delivered_at is null
            """;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final Database database;

    HandOverRepository(Database database) {
        this.database = database;
    }

    /**
     * Puts a conversation on its way; one that still is gets the newer transcript. Empty when the conversation is gone.
     *
     * @param until nobody else tries it before
     */
    public Optional<HandOver> put(Conversation conversation, String body, Instant now, Instant until) {
        List<HandOver> waiting = database.query(
                RENEW,
                statement -> {
                    statement.setString(1, body);
                    statement.setTimestamp(2, Timestamp.from(until));
                    statement.setObject(3, conversation.id());
                },
                HandOverRepository::read);
        if (!waiting.isEmpty()) {
            return Optional.of(waiting.getFirst());
        }
        return database
                .query(
                        INSERT,
                        statement -> {
                            statement.setObject(1, UUID.randomUUID());
                            statement.setString(2, body);
                            statement.setTimestamp(3, Timestamp.from(now));
                            statement.setTimestamp(4, Timestamp.from(until));
                            statement.setObject(5, conversation.id());
                        },
                        HandOverRepository::read)
                .stream()
                .findFirst();
    }

    /** Some that are due, which nobody else tries before a moment. */
    public List<HandOver> claim(Instant now, Instant until) {
        return database.query(
                CLAIM,
                statement -> {
                    statement.setTimestamp(1, Timestamp.from(until));
                    statement.setTimestamp(2, Timestamp.from(now));
                    statement.setTimestamp(3, Timestamp.from(now.minus(GIVEN_UP_AFTER)));
                },
                HandOverRepository::read);
    }

    private static HandOver read(ResultSet row) throws SQLException {
        return new HandOver(row.getObject("id", UUID.class), row.getString("body"), row.getInt("attempts"));
    }

    /** It was taken; the transcript isn't needed any more. */
    public void delivered(UUID id, Instant at) {
        database.update(DELIVERED, statement -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setObject(2, id);
        });
    }

    /** It wasn't taken. */
    public void failed(UUID id, String failure, Instant due) {
        database.update(FAILED, statement -> {
            statement.setString(1, failure);
            statement.setTimestamp(2, Timestamp.from(due));
            statement.setObject(3, id);
        });
    }
}
