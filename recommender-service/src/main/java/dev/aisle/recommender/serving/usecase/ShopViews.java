package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.content.domain.ContentSpace;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.ShopView;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Adds to a model what it doesn't know: new products, descriptions, what happened lately. */
@Singleton
public class ShopViews {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** One that serves, one that is tried before some people, one beside them, and one that was. */
    private static final int MODELS_AT_ONCE = 4;

    private final Catalogue catalogue;
    private final Instance<ContentSpace> content;
    private final RecentPopularity popularity;
    private final Background background;
    private final Map<String, Unknown> unknown = new ConcurrentHashMap<>();

    ShopViews(Catalogue catalogue, Instance<ContentSpace> content, RecentPopularity popularity, Background background) {
        this.catalogue = catalogue;
        this.content = content;
        this.popularity = popularity;
        this.background = background;
    }

    /** Products that a model doesn't know, as of a moment. */
    private record Unknown(List<CatalogueItem> products, long changes, long nanos) {
        boolean fresh(long changesNow) {
            return changes == changesNow || System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    /** All that lists are made of, beside a model or without one. */
    ShopView of(@Nullable ModelView view) {
        return new ShopView(
                view, catalogue, unknown(view), content.isResolvable() ? content.get() : null, popularity.now());
    }

    private List<CatalogueItem> unknown(@Nullable ModelView view) {
        String version = view == null ? "" : view.model().version();
        Unknown known = unknown.get(version);
        if (known == null) {
            if (unknown.size() >= MODELS_AT_ONCE) {
                unknown.clear();
            }
            known = unknown.computeIfAbsent(version, added -> found(view));
        } else if (!known.fresh(catalogue.changes())) {
            background.once("new products of " + version, () -> unknown.replace(version, found(view)));
        }
        return known.products();
    }

    private Unknown found(@Nullable ModelView view) {
        long changes = catalogue.changes();
        List<CatalogueItem> products = catalogue
                .all()
                .filter(product -> view == null || view.model().indexOf(product.productId()) < 0)
                .sorted(Comparator.comparing(ShopViews::firstDay).reversed().thenComparing(CatalogueItem::productId))
                .toList();
        return new Unknown(products, changes, System.nanoTime());
    }

    private static Instant firstDay(CatalogueItem product) {
        Instant first = product.firstAvailableAt();
        return first == null ? Instant.EPOCH : first;
    }
}
