package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of versions. */
final class ArticleRows {
    /** The columns of a version {@code v}, as {@link #version} reads them. */
    static final String COLUMNS = """
            v.id, v.locale, v.version, v.state, v.title, v.body, v.url, v.tags, v.product_ids, v.asks, v.valid_from, v.valid_to,
            v.author, v.made_at, v.approver, v.approved_at
            """;

    private ArticleRows() {}

    static ArticleVersion version(ResultSet row) throws SQLException {
        return new ArticleVersion(
                keyOf(row.getString("id"), row.getString("locale")),
                row.getInt("version"),
                ArticleState.of(row.getString("state")).orElseThrow(),
                new ArticleText(
                        row.getString("title"),
                        row.getString("body"),
                        texts(row, "tags"),
                        texts(row, "product_ids"),
                        texts(row, "asks"),
                        row.getString("url"),
                        time(row, "valid_from"),
                        time(row, "valid_to")),
                row.getString("author"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("approver"),
                time(row, "approved_at"));
    }

    static ArticleKey keyOf(String id, String tag) {
        return new ArticleKey(id, ArticleKey.languageOf(tag).orElseThrow());
    }

    static Article article(ResultSet row) throws SQLException {
        return new Article(row.getLong("revision"), version(row), row.getInt("served"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
