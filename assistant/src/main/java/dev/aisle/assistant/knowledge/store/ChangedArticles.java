package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Articles in the order of their changes, which is that in which they become visible. */
@Singleton
public class ChangedArticles {
    private static final String CHANGED =
            "select a.id as article, a.locale as tag, a.change, " + ArticleRows.COLUMNS + """
             from article a
             left join article_version v on v.id = a.id and v.locale = a.locale and v.state = 'approved'
             where a.change > ?
             order by a.change, a.id, a.locale, v.version desc
            """;

    private final Database database;

    ChangedArticles(Database database) {
        this.database = database;
    }

    /**
     * An article that changed.
     *
     * @param change the number of its change
     * @param approved its approved versions, the newest first
     */
    public record Changed(ArticleKey key, long change, List<ArticleVersion> approved) {
        public Changed {
            approved = List.copyOf(approved);
        }
    }

    /** Gives each article whose change has a greater number. */
    public void since(long number, Consumer<Changed> consumer) {
        Gathering gathering = new Gathering(consumer);
        database.stream(CHANGED, statement -> statement.setLong(1, number), row -> {
            ArticleVersion approved = row.getString("id") == null ? null : ArticleRows.version(row);
            gathering.add(
                    ArticleRows.keyOf(row.getString("article"), row.getString("tag")), row.getLong("change"), approved);
        });
        gathering.end();
    }

    /** Joins the rows of an article. */
    private static final class Gathering {
        private final Consumer<Changed> consumer;
        private final List<ArticleVersion> approved = new ArrayList<>();
        private @Nullable ArticleKey key;
        private long change;

        Gathering(Consumer<Changed> consumer) {
            this.consumer = consumer;
        }

        void add(ArticleKey of, long number, @Nullable ArticleVersion version) {
            if (!of.equals(key)) {
                end();
                key = of;
                change = number;
            }
            if (version != null) {
                approved.add(version);
            }
        }

        void end() {
            if (key != null) {
                consumer.accept(new Changed(key, change, approved));
            }
            key = null;
            approved.clear();
        }
    }
}
