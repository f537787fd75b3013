package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.store.ArticleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Notes another way in which people ask for an article, as its next version, which is reviewed like any other. */
@ApplicationScoped
public class AddAsk {
    private final ArticleRepository articles;
    private final SaveArticle saveArticle;

    AddAsk(ArticleRepository articles, SaveArticle saveArticle) {
        this.articles = articles;
        this.saveArticle = saveArticle;
    }

    /** What came of it, in the words of {@link SaveArticle}; empty when there is no such article. */
    @Transactional
    public Optional<SaveArticle.Outcome> add(ArticleKey key, String ask, String author) {
        Optional<Article> article = articles.find(key);
        return article.map(known -> saveArticle.save(
                key, known.newest().text().asked(StorableText.of(ask.strip()).text()), known.revision(), author));
    }
}
