package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.HeldArticle;
import dev.aisle.assistant.knowledge.domain.HeldPoints;
import dev.aisle.assistant.knowledge.store.ChangedArticles;
import dev.aisle.assistant.knowledge.store.ChangedArticles.Changed;
import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.platform.storage.DatabaseWentBack;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;

/** Brings the index up to what the tables say, whoever wrote it. */
@Singleton
public class FollowKnowledge {
    private static final Logger LOG = Logger.getLogger(FollowKnowledge.class);
    private static final int AT_ONCE = 200;

    private final ChangedArticles changes;
    private final PassageIndex index;
    private final ReadPassages readPassages;
    private long seen;
    private boolean fromTheBeginning;
    private volatile boolean complete;

    FollowKnowledge(ChangedArticles changes, PassageIndex index, ReadPassages readPassages) {
        this.changes = changes;
        this.index = index;
        this.readPassages = readPassages;
    }

    /**
     * Takes what changed since the last time; the first time, everything.
     *
     * @throws dev.aisle.platform.storage.StorageException when the database is away; the next time takes it up
     */
    public synchronized void refresh() {
        List<Changed> batch = new ArrayList<>();
        Set<ArticleKey> gone = fromTheBeginning ? index.keys() : new HashSet<>();
        seen = fromTheBeginning ? 0 : seen;
        int[] taken = {0};
        changes.since(seen, change -> {
            batch.add(change);
            gone.remove(change.key());
            taken[0]++;
            if (batch.size() >= AT_ONCE) {
                take(batch);
            }
        });
        take(batch);
        remove(gone);
        fromTheBeginning = false;
        if (!complete) {
            complete = true;
            LOG.infof("The assistant knows %d articles", taken[0]);
        }
    }

    /** The numbers of changes come again, and articles may be lost: the next look takes everything. */
    synchronized void again(@Observes DatabaseWentBack wentBack) {
        fromTheBeginning = true;
    }

    private void remove(Set<ArticleKey> gone) {
        if (!gone.isEmpty()) {
            index.write(gone.stream()
                    .map(key -> HeldArticle.of(key, List.of(), Instant.now()))
                    .toList());
            index.refresh();
        }
    }

    /** Whether everything was read once. */
    public boolean complete() {
        return complete;
    }

    private void take(List<Changed> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<HeldArticle> articles = batch.stream()
                .map(change -> HeldArticle.of(change.key(), change.approved(), Instant.now()))
                .toList();
        List<HeldPoints> unknown = new ArrayList<>();
        articles.forEach(article -> keepPoints(article, unknown));
        index.write(articles);
        index.refresh();
        seen = batch.getLast().change();
        batch.clear();
        readPassages.prepare(unknown);
    }

    /** What an edit leaves as it is keeps its points. */
    private void keepPoints(HeldArticle article, List<HeldPoints> unknown) {
        HeldArticle before = index.last(article.key());
        Map<List<HeldPoints.Read>, HeldPoints> placed = new HashMap<>();
        if (before != null) {
            before.points().stream().filter(HeldPoints::known).forEach(points -> placed.put(points.reads(), points));
        }
        for (HeldPoints points : article.points()) {
            if (placed.containsKey(points.reads())) {
                points.placeLike(Objects.requireNonNull(placed.get(points.reads())));
            } else {
                unknown.add(points);
            }
        }
    }
}
