package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleStep;
import dev.aisle.assistant.knowledge.store.ArticleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes the newest version of an article a step further, and notes who did. */
@ApplicationScoped
public class TakeArticleStep {
    private static final Logger AUDIT = Logger.getLogger("dev.aisle.audit");

    private final ArticleRepository articles;
    private final KnowledgeSettings settings;

    TakeArticleStep(ArticleRepository articles, KnowledgeSettings settings) {
        this.articles = articles;
        this.settings = settings;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is in its new state. */
        record Done() implements Outcome {}

        /** There is no such article. */
        record Missing() implements Outcome {}

        /** The step rests on another revision. */
        record Outdated(long revision) implements Outcome {}

        /** Not from where it is. */
        record NotPossible(ArticleState state) implements Outcome {}

        /** Who wrote it may not approve it here. */
        record SecondPersonNeeded() implements Outcome {}
    }

    /** Takes a step that rests on a revision. */
    @Transactional
    public Outcome take(ArticleKey key, ArticleStep step, long revision, String actor) {
        long change = articles.nextChange();
        Optional<Article> found = articles.find(key);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        Article article = found.get();
        if (article.revision() != revision) {
            return new Outcome.Outdated(article.revision());
        }
        if (!step.possibleIn(article.newest().state())) {
            return new Outcome.NotPossible(article.newest().state());
        }
        if (step == ArticleStep.APPROVE
                && settings.secondPerson()
                && article.newest().author().equals(actor)) {
            return new Outcome.SecondPersonNeeded();
        }
        articles.move(article.newest(), step.to(), actor, change);
        AUDIT.infof(
                "article %s/%s version %d: %s, by %s",
                key.id(), key.language().tag(), article.newest().number(), step.wireName(), actor);
        return new Outcome.Done();
    }
}
