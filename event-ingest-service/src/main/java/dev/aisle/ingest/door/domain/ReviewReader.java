package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.Review;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fields;

/** A review. */
final class ReviewReader {
    private ReviewReader() {}

    static void read(Fields properties, ShopEvent.Builder event) {
        Review.Builder review = Review.newBuilder()
                .setReviewId(properties.text("review_id", Limits.ID))
                .setRating(properties.countable("rating").orElse(0))
                .setRatingMax(properties.countable("rating_max").orElse(0));
        String name = properties.has("review_body") ? "review_body" : "text";
        event.setReview(review.setText(properties.clipped(name, Limits.FREE_TEXT)));
    }
}
