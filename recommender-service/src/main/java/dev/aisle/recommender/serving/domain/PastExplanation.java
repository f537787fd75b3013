package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.served.ServedList;

/**
 * Why a product stood in a past answer.
 *
 * @param place in that answer, from 1
 * @param reason in the language that was asked for; with the titles of today
 */
public record PastExplanation(ServedList list, int place, Reason reason) {
    /** The item. */
    public ServedList.Item item() {
        return list.items().get(place - 1);
    }
}
