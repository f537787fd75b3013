package dev.aisle.assistant.conversations.store;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of conversations. */
@Singleton
public class ConversationRepository {
    private static final String INSERT = """
            insert into conversation (id, pseudonym, consent_version, kept, language, locale, opened_at, last_at, messages, memory)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            select id, pseudonym, consent_version, kept, language, locale, opened_at, last_at, messages, memory, handed_over_at, closed_at
            from conversation where id = ?
            """;
    private static final String GO_ON = """
            update conversation set messages = messages + ?, last_at = ?, memory = ?, handed_over_at = coalesce(handed_over_at, ?)
            where id = ? and messages = ? and closed_at is null
            """;
    /** What a person has yet to be told of stays until it is told, three days at most. */
    private static final String REMOVE = """
            delete from conversation c where not c.kept and (c.last_at < ? or c.opened_at < ?)
              and not exists (select 1 from hand_over h
                              where h.conversation_id = c.id and h.delivered_at is null and h.asked_at > now() - interval '3 days')
            """;

    private final Database database;
    private final StoredJson json;

    ConversationRepository(Database database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** Adds a conversation. */
    public void insert(Conversation conversation) {
        database.update(INSERT, statement -> {
            statement.setObject(1, conversation.id());
            statement.setString(2, conversation.subject());
            statement.setLong(3, conversation.consentVersion());
            statement.setBoolean(4, conversation.kept());
            statement.setString(5, conversation.language().tag());
            statement.setString(6, conversation.locale());
            statement.setTimestamp(7, Timestamp.from(conversation.openedAt()));
            statement.setTimestamp(8, Timestamp.from(conversation.lastAt()));
            statement.setInt(9, conversation.messages());
            statement.setString(10, json.write(conversation.memory()));
        });
    }

    /** The conversation of an id. */
    public Optional<Conversation> find(UUID id) {
        return database.query(FIND, statement -> statement.setObject(1, id), this::read).stream()
                .findFirst();
    }

    private Conversation read(ResultSet row) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getString("pseudonym"),
                row.getLong("consent_version"),
                row.getBoolean("kept"),
                language(row.getString("language")),
                row.getString("locale"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("messages"),
                json.read(row.getString("memory"), Memory.class),
                instant(row.getTimestamp("handed_over_at")),
                instant(row.getTimestamp("closed_at")));
    }

    static Language language(String tag) {
        return tag.equals(Language.CHINESE.tag()) ? Language.CHINESE : Language.ENGLISH;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * Goes on by messages; false when it is gone, closed, or somebody else was first.
     *
     * @param handedOver whether a person was asked for
     */
    public boolean goOn(Conversation before, int messages, Memory memory, boolean handedOver, Instant at) {
        return database.update(GO_ON, statement -> {
                    statement.setInt(1, messages);
                    statement.setTimestamp(2, Timestamp.from(at));
                    statement.setString(3, json.write(memory));
                    statement.setTimestamp(4, handedOver ? Timestamp.from(at) : null);
                    statement.setObject(5, before.id());
                    statement.setInt(6, before.messages());
                })
                == 1;
    }

    /** Closes it; false when there is none that is open. */
    public boolean close(UUID id, Instant at) {
        return database.update(
                        "update conversation set closed_at = ? where id = ? and closed_at is null", statement -> {
                            statement.setTimestamp(1, Timestamp.from(at));
                            statement.setObject(2, id);
                        })
                == 1;
    }

    /** Removes one with everything that was said. */
    public void delete(UUID id) {
        database.update("delete from conversation where id = ?", statement -> statement.setObject(1, id));
    }

    /** Removes those that are over and may not stay; returns how many. */
    public int removeOver(Instant silentSince, Instant openedBefore) {
        return database.update(REMOVE, statement -> {
            statement.setTimestamp(1, Timestamp.from(silentSince));
            statement.setTimestamp(2, Timestamp.from(openedBefore));
        });
    }
}
