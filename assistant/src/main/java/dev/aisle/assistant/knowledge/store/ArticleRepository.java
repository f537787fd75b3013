package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of articles. Every write begins with {@link #nextChange}, so that there is one writer at a time. */
@Singleton
public class ArticleRepository {
    private static final String SERVED = """
            (select max(s.version) from article_version s
             where s.id = a.id and s.locale = a.locale and s.state = 'approved'
               and (s.valid_from is null or s.valid_from <= now()) and (s.valid_to is null or now() < s.valid_to)) as served
            """;
    private static final String SELECT = "select a.revision, " + SERVED + ", " + ArticleRows.COLUMNS
            + " from article a join article_version v on v.id = a.id and v.locale = a.locale and v.version = a.newest ";
    private static final String UPSERT = """
            insert into article (id, locale, revision, newest, change) values (?, ?, 1, ?, ?)
            on conflict (id, locale) do update set
                revision = article.revision + 1, newest = excluded.newest, change = excluded.change
            """;
    private static final String INSERT = """
            insert into article_version (id, locale, version, state, title, body, url, tags, product_ids, asks,
                                         valid_from, valid_to, author, approver, approved_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'approved' then clock_timestamp() end)
            """;
    private static final String MOVE = """
            update article_version set state = ?, approver = coalesce(?, approver),
                approved_at = case when ? = 'approved' then clock_timestamp() else approved_at end
            where id = ? and locale = ? and version = ?
            """;
    private static final String RETIRE = """
            update article_version set state = 'retired' where id = ? and locale = ? and (state = 'approved' or version = ?)
            """;

    private final Database database;

    ArticleRepository(Database database) {
        this.database = database;
    }

    /**
     * Which articles to list.
     *
     * @param after id and locale after which the list begins; empty for its beginning
     */
    public record Filter(
            @Nullable String locale,
            @Nullable String state,
            @Nullable String tag,
            @Nullable String product,
            String after,
            int most) {}

    /** Takes the number of a change; who comes later waits for this transaction's end. */
    public long nextChange() {
        return database.query(
                        "update knowledge_clock set number = number + 1 returning number",
                        statement -> {},
                        row -> row.getLong(1))
                .getFirst();
    }

    /** An article. */
    public Optional<Article> find(ArticleKey key) {
        return database
                .query(
                        SELECT + "where a.id = ? and a.locale = ?",
                        statement -> bind(statement, 1, key),
                        ArticleRows::article)
                .stream()
                .findFirst();
    }

    /** Articles by id and locale. */
    public List<Article> list(Filter filter) {
        String sql = SELECT + """
                where (?::text is null or a.locale = ?) and (?::text is null or v.state = ?)
                  and (?::text is null or ? = any(v.tags)) and (?::text is null or ? = any(v.product_ids))
                  and a.id || '/' || a.locale > ?
                order by a.id || '/' || a.locale
                limit ?
                """;
        return database.query(
                sql,
                statement -> {
                    int at = 1;
                    for (String value :
                            new @Nullable String[] {filter.locale(), filter.state(), filter.tag(), filter.product()}) {
                        statement.setString(at++, value);
                        statement.setString(at++, value);
                    }
                    statement.setString(at++, filter.after());
                    statement.setInt(at, filter.most());
                },
                ArticleRows::article);
    }

    /** The versions of an article, the newest first. */
    public List<ArticleVersion> versions(ArticleKey key) {
        return database.query(
                "select " + ArticleRows.COLUMNS
                        + " from article_version v where v.id = ? and v.locale = ? order by v.version desc limit 1000",
                statement -> bind(statement, 1, key),
                ArticleRows::version);
    }

    /** Writes a new version. */
    public void write(ArticleKey key, int version, ArticleText text, ArticleState state, String author, long change) {
        database.update(UPSERT, statement -> {
            bind(statement, 1, key);
            statement.setInt(3, version);
            statement.setLong(4, change);
        });
        database.update(INSERT, statement -> {
            bind(statement, 1, key);
            statement.setInt(3, version);
            statement.setString(4, state.wireName());
            statement.setString(5, text.title());
            statement.setString(6, text.body());
            statement.setString(7, text.url());
            statement.setArray(8, Database.array(statement, "text", text.tags()));
            statement.setArray(9, Database.array(statement, "text", text.products()));
            statement.setArray(10, Database.array(statement, "text", text.asks()));
            statement.setTimestamp(11, timestamp(text.validFrom()));
            statement.setTimestamp(12, timestamp(text.validTo()));
            statement.setString(13, author);
            statement.setString(14, state == ArticleState.APPROVED ? author : null);
            statement.setString(15, state.wireName());
        });
    }

    /** Moves the newest version into another state; retiring takes the approved ones along. */
    public void move(ArticleVersion newest, ArticleState to, String actor, long change) {
        database.update(UPSERT, statement -> {
            bind(statement, 1, newest.key());
            statement.setInt(3, newest.number());
            statement.setLong(4, change);
        });
        if (to == ArticleState.RETIRED) {
            database.update(RETIRE, statement -> {
                bind(statement, 1, newest.key());
                statement.setInt(3, newest.number());
            });
            return;
        }
        database.update(MOVE, statement -> {
            statement.setString(1, to.wireName());
            statement.setString(2, to == ArticleState.APPROVED ? actor : null);
            statement.setString(3, to.wireName());
            bind(statement, 4, newest.key());
            statement.setInt(6, newest.number());
        });
    }

    private static void bind(PreparedStatement statement, int at, ArticleKey key) throws SQLException {
        statement.setString(at, key.id());
        statement.setString(at + 1, key.language().tag());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
