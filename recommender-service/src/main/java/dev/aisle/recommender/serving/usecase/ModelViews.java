package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.serving.domain.ModelView;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the products of the model once and not for every request. */
@Singleton
public class ModelViews {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ModelInUse inUse;
    private final Catalogue catalogue;
    private volatile @Nullable Dated latest;

    ModelViews(ModelInUse inUse, Catalogue catalogue) {
        this.inUse = inUse;
        this.catalogue = catalogue;
    }

    private record Dated(ModelView view, long changes, long nanos) {
        boolean isOf(TrainedModel model, long changesNow) {
            return view.model().version().equals(model.version())
                    && (changes == changesNow || System.nanoTime() - nanos < FRESH_NANOS);
        }
    }

    /** The model in use with its products; {@code null} when there is no model. */
    @Nullable
    ModelView current() {
        TrainedModel model = inUse.get();
        if (model == null) {
            return null;
        }
        Dated known = latest;
        long changes = catalogue.changes();
        if (known != null && known.isOf(model, changes)) {
            return known.view();
        }
        Dated found = new Dated(viewOf(model), changes, System.nanoTime());
        latest = found;
        return found.view();
    }

    private ModelView viewOf(TrainedModel model) {
        String[] ids = model.productIds();
        @Nullable CatalogueItem[] products = new CatalogueItem[ids.length];
        for (int item = 0; item < ids.length; item++) {
            products[item] = catalogue.get(ids[item]);
        }
        return new ModelView(model, products, catalogue);
    }
}
