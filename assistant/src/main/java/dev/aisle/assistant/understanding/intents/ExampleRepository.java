package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;

/** The table of a shop's own examples. */
@Singleton
class ExampleRepository {
    private static final String UPSERT = """
        insert into intent_example as old (id, locale, intent, text) values (?, ?, ?, ?)
        on conflict (id) do update set
            locale = excluded.locale, intent = excluded.intent, text = excluded.text, changed_at = now()
        returning xmax = 0
        """;
    private static final String ALL = "select id, locale, intent, text from intent_example order by id collate \"C\"";
    private static final String COUNT = "select count(*) from intent_example where locale = ? and id <> ?";
    private static final String DELETE = "delete from intent_example where id = ?";

    private final Database database;

    ExampleRepository(Database database) {
        this.database = database;
    }

    /** Writes one; tells whether it is new. */
    @Transactional
    public boolean write(OwnExample own) {
        return database.query(
                        UPSERT,
                        statement -> {
                            statement.setString(1, own.id());
                            statement.setString(2, own.example().language().tag());
                            statement.setString(3, own.example().intent().wireName());
                            statement.setString(4, own.example().text());
                        },
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /** All of them by id. */
    public List<OwnExample> all() {
        return database.query(
                ALL,
                statement -> {},
                row -> new OwnExample(
                        row.getString(1),
                        new Example(
                                row.getString(2).equals(Language.CHINESE.tag()) ? Language.CHINESE : Language.ENGLISH,
                                Intent.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getString(4))));
    }

    /** How many there are of a language beside one. */
    public long countBeside(Language language, String id) {
        return database.query(
                        COUNT,
                        statement -> {
                            statement.setString(1, language.tag());
                            statement.setString(2, id);
                        },
                        row -> row.getLong(1))
                .getFirst();
    }

    /** Whether it was there. */
    @Transactional
    public boolean delete(String id) {
        return database.update(DELETE, statement -> statement.setString(1, id)) > 0;
    }
}
