package dev.aisle.assistant.reviews;

import jakarta.inject.Singleton;

/** Keeps what the shop gives of reviews. */
@Singleton
class KeepReviews {
    private final ReviewRepository reviews;

    KeepReviews(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    /** Writes a review, or writes it anew. */
    public void keep(Review review) {
        reviews.write(review);
    }

    /** Takes a review away; whether it was there. */
    public boolean remove(String product, String id) {
        return reviews.delete(product, id);
    }
}
