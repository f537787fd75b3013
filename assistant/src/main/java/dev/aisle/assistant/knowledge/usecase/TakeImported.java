package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleEntry;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.assistant.knowledge.domain.ImportReport.Kind;
import dev.aisle.assistant.knowledge.store.ArticleRepository;
import dev.aisle.assistant.knowledge.usecase.ImportArticles.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes a part of an import in one transaction, in which nobody else writes. */
@ApplicationScoped
class TakeImported {
    private final ArticleRepository articles;

    TakeImported(ArticleRepository articles) {
        this.articles = articles;
    }

    /** What became of an article. */
    record Taken(ArticleKey key, Kind kind, int version) {}

    @Transactional
    List<Taken> take(List<ArticleEntry> entries, Order order) {
        long change = order.store() ? articles.nextChange() : 0;
        List<Taken> taken = new ArrayList<>();
        for (ArticleEntry entry : entries) {
            taken.add(take(entry, order, change));
        }
        return taken;
    }

    private Taken take(ArticleEntry entry, Order order, long change) {
        ArticleKey key = entry.key();
        ArticleState state = entry.state() == null ? order.state() : entry.state();
        ArticleText text = Objects.requireNonNull(entry.text(), "an entry with nothing wrong has a text");
        Optional<Article> before = articles.find(key);
        if (before.isEmpty()) {
            write(key, 1, text, state, order, change);
            return new Taken(key, Kind.CREATED, 1);
        }
        ArticleVersion newest = before.get().newest();
        if (!text.equals(newest.text()) || newest.state() == ArticleState.RETIRED) {
            write(key, newest.number() + 1, text, state, order, change);
            return new Taken(key, Kind.CHANGED, newest.number() + 1);
        }
        if (newest.state().compareTo(state) >= 0) {
            return new Taken(key, Kind.UNCHANGED, newest.number());
        }
        if (order.store()) {
            articles.move(newest, state, order.actor(), change);
        }
        return new Taken(key, Kind.APPROVED, newest.number());
    }

    private void write(ArticleKey key, int version, ArticleText text, ArticleState state, Order order, long change) {
        if (order.store()) {
            articles.write(key, version, text, state, order.actor(), change);
        }
    }
}
