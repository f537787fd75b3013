package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.assistant.knowledge.store.ArticleRepository;
import dev.aisle.assistant.knowledge.store.ArticleRepository.Filter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads articles for those who write them. */
@Singleton
public class ReadArticles {
    private final ArticleRepository articles;

    ReadArticles(ArticleRepository articles) {
        this.articles = articles;
    }

    /** One article. */
    public Optional<Article> one(ArticleKey key) {
        return articles.find(key);
    }

    /** Articles by id and locale. */
    public List<Article> list(Filter filter) {
        return articles.list(filter);
    }

    /** The versions of an article, the newest first, at most a thousand. */
    public List<ArticleVersion> versions(ArticleKey key) {
        return articles.versions(key);
    }
}
