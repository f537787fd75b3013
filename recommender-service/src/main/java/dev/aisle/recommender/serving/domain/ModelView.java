package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.nearest.VectorIndex;
import org.jspecify.annotations.Nullable;

/**
 * A model beside the products that it speaks of.
 *
 * @param products place by place as of a moment ago, for what may be a little stale; {@code null} where the shelf had none
 * @param shelf as of now
 * @param popular the products by popularity
 * @param factors finds the item factors nearest to a person's
 * @param newcomers what the model's network knows of other products; {@code null} without a network
 * @param changes of the shelf when the products were found
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all requests, never written
public record ModelView(
        TrainedModel model,
        @Nullable CatalogueItem[] products,
        Shelf shelf,
        ByPopularity popular,
        VectorIndex factors,
        @Nullable Newcomers newcomers,
        long changes) {
    /** Finds the products of a model on the shelf and orders them: work for the background. */
    public static ModelView of(TrainedModel model, Shelf shelf, VectorIndex factors) {
        return of(model, shelf, factors, null);
    }

    /** The same as of now. */
    public ModelView renewed() {
        return of(model, shelf, factors, newcomers);
    }

    private static ModelView of(TrainedModel model, Shelf shelf, VectorIndex factors, @Nullable Newcomers before) {
        long changes = shelf.changes();
        String[] ids = model.productIds();
        @Nullable CatalogueItem[] products = new CatalogueItem[ids.length];
        for (int item = 0; item < ids.length; item++) {
            products[item] = shelf.get(ids[item]);
        }
        ByPopularity popular = ByPopularity.of(model.popularity().scores(), products);
        return new ModelView(model, products, shelf, popular, factors, Newcomers.of(model, shelf, before), changes);
    }

    /** A product by its number in the model's network; {@code null} where the shelf had none. */
    public @Nullable CatalogueItem product(int number) {
        return number < products.length || newcomers == null ? products[number] : newcomers.product(number);
    }

    /** Whether the products are as of now. */
    public boolean current() {
        return changes == shelf.changes();
    }
}
