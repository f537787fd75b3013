package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.Review;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.domain.Fields;
import dev.aisle.ingest.shared.domain.Texts;

/** A review; its text goes on only when it seems to identify nobody. */
final class ReviewReader {
    private ReviewReader() {}

    static void read(Fields properties, ShopEvent.Builder event) {
        Review.Builder review = Review.newBuilder()
                .setReviewId(properties.text("review_id", Limits.ID))
                .setRating(properties.countable("rating").orElse(0))
                .setRatingMax(properties.countable("rating_max").orElse(0));
        String text = properties.clipped(properties.has("review_body") ? "review_body" : "text", Limits.FREE_TEXT);
        if (Texts.mayIdentify(text)) {
            event.addMinimisedFields("properties.review_body");
        } else {
            review.setText(text);
        }
        event.setReview(review);
    }
}
