package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.ArticleEntry;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ImportReport;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes many articles; a bad one is named and the others go in. The same again changes nothing. */
@Singleton
public class ImportArticles {
    /** Articles of one request. */
    public static final int MOST_ARTICLES = 10_000;

    private static final int CHUNK = 200;

    private final TakeImported takeImported;
    private final KnowledgeSettings settings;

    ImportArticles(TakeImported takeImported, KnowledgeSettings settings) {
        this.takeImported = takeImported;
        this.settings = settings;
    }

    /**
     * How to take them.
     *
     * @param state the state that versions get whose articles don't name one
     * @param store false: only look what would change
     */
    public record Order(ArticleState state, boolean store, String actor) {}

    /** Takes the articles that have nothing wrong. */
    public ImportReport take(List<ArticleEntry> entries, Order order) {
        ImportReport.Builder report = new ImportReport.Builder();
        Map<ArticleKey, ArticleEntry> good = new LinkedHashMap<>();
        for (ArticleEntry entry : entries) {
            if (!entry.wrong().isEmpty()) {
                report.refused(entry);
                continue;
            }
            if (settings.secondPerson() && entry.state() == ArticleState.APPROVED) {
                report.refused(entry.refused("state", "somebody else than the author approves here: in_review"));
                continue;
            }
            ArticleEntry first = good.putIfAbsent(entry.key(), entry);
            if (first != null) {
                report.refused(entry.refused("id", "stands in line " + first.line() + " already"));
            }
        }
        List<ArticleEntry> all = new ArrayList<>(good.values());
        for (int from = 0; from < all.size(); from += CHUNK) {
            takeImported
                    .take(all.subList(from, Math.min(all.size(), from + CHUNK)), order)
                    .forEach(change -> report.taken(change.key(), change.kind(), change.version()));
        }
        return report.build(order.store());
    }
}
