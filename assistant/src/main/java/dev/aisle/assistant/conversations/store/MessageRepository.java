package dev.aisle.assistant.conversations.store;

import dev.aisle.assistant.conversations.domain.Answer.Shown;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.domain.Message.Said;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The table of messages. */
@Singleton
public class MessageRepository {
    private static final String INSERT = """
            insert into conversation_message (conversation_id, number, pseudonym, from_shopper, text, kind, intent, confidence, language, shown, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_CONVERSATION = """
            select number, from_shopper, text, kind, intent, confidence, language, shown, at
            from conversation_message where conversation_id = ? order by number
            """;

    private final Database database;
    private final StoredJson json;

    MessageRepository(Database database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** Adds messages; in the caller's transaction. */
    public void insert(Conversation conversation, List<Message> messages) {
        database.updateAll(INSERT, messages, (statement, message) -> bind(statement, conversation, message));
    }

    private void bind(PreparedStatement statement, Conversation conversation, Message message) throws SQLException {
        statement.setObject(1, conversation.id());
        statement.setInt(2, message.number());
        statement.setString(3, conversation.subject());
        statement.setBoolean(4, message.fromShopper());
        statement.setString(5, message.text());
        statement.setString(6, message.said().kind().wireName());
        statement.setString(7, message.said().intent().wireName());
        statement.setDouble(8, message.said().confidence());
        statement.setString(9, message.said().language().tag());
        statement.setString(10, json.write(message.shown()));
        statement.setTimestamp(11, Timestamp.from(message.at()));
    }

    /** All of a conversation, the first one first. */
    public List<Message> of(UUID conversation) {
        return database.query(OF_CONVERSATION, statement -> statement.setObject(1, conversation), this::read);
    }

    private Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getInt("number"),
                row.getBoolean("from_shopper"),
                row.getString("text"),
                new Said(
                        AnswerKind.ofWireName(row.getString("kind")),
                        intent(row.getString("intent")),
                        row.getDouble("confidence"),
                        ConversationRepository.language(row.getString("language"))),
                json.read(row.getString("shown"), Shown.class),
                row.getTimestamp("at").toInstant());
    }

    /** One that no longer is, is none in particular. */
    private static Intent intent(String name) {
        return Arrays.stream(Intent.values())
                .filter(intent -> intent.wireName().equals(name))
                .findFirst()
                .orElse(Intent.OUT_OF_SCOPE);
    }
}
