package dev.aisle.assistant.learning;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Questions that nothing answered. */
@Singleton
class UnansweredRepository {
    private static final String INSERT = """
            insert into assistant_unanswered (id, conversation_id, pseudonym, language, question, point, asked_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;
    private static final String OPEN = """
            select id, pseudonym, language, question, point, asked_at from assistant_unanswered
            where language = ? and article is null order by asked_at desc limit ?
            """;

    private final Database database;

    UnansweredRepository(Database database) {
        this.database = database;
    }

    /** Adds one; the same again changes nothing. */
    public void insert(AskedQuestion question, UUID conversation) {
        List<Float> point = new ArrayList<>();
        for (float value : question.point()) {
            point.add(value);
        }
        database.update(INSERT, statement -> {
            statement.setObject(1, question.id());
            statement.setObject(2, conversation);
            statement.setString(3, question.person());
            statement.setString(4, question.language());
            statement.setString(5, question.text().text());
            statement.setArray(6, array(statement, "float4", point));
            statement.setTimestamp(7, Timestamp.from(question.askedAt()));
        });
    }

    /** The newest that no article answers yet. */
    public List<AskedQuestion> open(String language, int most) {
        return database.query(
                OPEN,
                statement -> {
                    statement.setString(1, language);
                    statement.setInt(2, most);
                },
                UnansweredRepository::question);
    }

    private static AskedQuestion question(ResultSet row) throws SQLException {
        Float[] numbers = (Float[]) row.getArray(5).getArray();
        float[] point = new float[numbers.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = numbers[i];
        }
        return new AskedQuestion(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                StorableText.stored(row.getString(4)),
                point,
                row.getTimestamp(6).toInstant());
    }

    /** Notes which article answers them; returns how many. */
    @Transactional
    public int answered(Collection<UUID> questions, String article, Instant now) {
        return database.update(
                "update assistant_unanswered set article = ?, answered_at = ? where id = any (?) and article is null",
                statement -> {
                    statement.setString(1, article);
                    statement.setTimestamp(2, Timestamp.from(now));
                    statement.setArray(3, array(statement, "uuid", questions));
                });
    }
}
