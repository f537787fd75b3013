package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.ModelsChanged;
import dev.aisle.recommender.models.domain.ModelsChanging;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.ShopView;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds to a model what it doesn't know: new products, descriptions, what happened lately. */
@Singleton
@Keeps(ofNobody = "products that a model doesn't know")
class ShopViews {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String NO_MODEL = "";

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
                view,
                catalogue,
                unknown(view == null ? null : view.model()),
                content.isResolvable() ? content.get() : null,
                popularity.now());
    }

    /** Finds what models that are about to be in use don't know, so that no request has to wait for it. */
    void prepare(@Observes ModelsChanging changing) {
        changing.next().all().forEach(this::unknown);
    }

    /** Lets go of what other models didn't know. */
    void release(@Observes ModelsChanged changed) {
        Set<String> inUse =
                changed.now().all().stream().map(TrainedModel::version).collect(Collectors.toSet());
        unknown.keySet().removeIf(version -> !version.equals(NO_MODEL) && !inUse.contains(version));
    }

    private List<CatalogueItem> unknown(@Nullable TrainedModel model) {
        String version = model == null ? NO_MODEL : model.version();
        Unknown known = unknown.computeIfAbsent(version, added -> found(model));
        if (!known.fresh(catalogue.changes())) {
            background.once("new products of " + version, () -> unknown.replace(version, found(model)));
        }
        return known.products();
    }

    private Unknown found(@Nullable TrainedModel model) {
        long changes = catalogue.changes();
        List<CatalogueItem> products = catalogue
                .all()
                .filter(product -> model == null || model.indexOf(product.productId()) < 0)
                .sorted(Comparator.comparing(ShopViews::firstDay).reversed().thenComparing(CatalogueItem::productId))
                .toList();
        return new Unknown(products, changes, System.nanoTime());
    }

    private static Instant firstDay(CatalogueItem product) {
        Instant first = product.firstAvailableAt();
        return first == null ? Instant.EPOCH : first;
    }
}
