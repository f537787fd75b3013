package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.models.domain.TrainedModel;
import org.jspecify.annotations.Nullable;

/**
 * A model beside the products that it speaks of.
 *
 * @param products place by place as of a moment ago, for what may be a little stale; {@code null} where the shelf had none
 * @param shelf as of now
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all requests, never written
public record ModelView(TrainedModel model, @Nullable CatalogueItem[] products, Shelf shelf) {}
