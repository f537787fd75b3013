package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleChecks;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.store.ArticleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a new version of an article as a draft; what is served stays served. */
@ApplicationScoped
public class SaveArticle {
    /** So that a mistake in a loop doesn't fill the database. */
    static final int MOST_VERSIONS = 10_000;

    private final ArticleRepository articles;

    SaveArticle(ArticleRepository articles) {
        this.articles = articles;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A new article. */
        record Created() implements Outcome {}

        /** A new version. */
        record Changed() implements Outcome {}

        /** The newest version says that already. */
        record Unchanged() implements Outcome {}

        /** By field. */
        record Wrong(Map<String, String> violations) implements Outcome {}

        /** The change rests on another revision; {@code null}: there is no such article. */
        record Outdated(@Nullable Long revision) implements Outcome {}

        /** Versions are kept for ever, so they have an end. */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * Saves a text.
     *
     * @param revision that the change rests on; {@code null} makes a new article
     */
    @Transactional
    public Outcome save(ArticleKey key, ArticleText text, @Nullable Long revision, String author) {
        Map<String, String> violations = ArticleChecks.violations(text);
        if (!violations.isEmpty()) {
            return new Outcome.Wrong(violations);
        }
        long change = articles.nextChange();
        Optional<Article> before = articles.find(key);
        if (before.isEmpty()) {
            if (revision != null) {
                return new Outcome.Outdated(null);
            }
            articles.write(key, 1, text, ArticleState.DRAFT, author, change);
            return new Outcome.Created();
        }
        Article article = before.get();
        if (revision == null || revision != article.revision()) {
            return new Outcome.Outdated(article.revision());
        }
        if (text.equals(article.newest().text()) && article.newest().state() != ArticleState.RETIRED) {
            return new Outcome.Unchanged();
        }
        if (article.newest().number() >= MOST_VERSIONS) {
            return new Outcome.TooMany(MOST_VERSIONS);
        }
        articles.write(key, article.newest().number() + 1, text, ArticleState.DRAFT, author, change);
        return new Outcome.Changed();
    }
}
