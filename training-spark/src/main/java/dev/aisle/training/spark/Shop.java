package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.Recipe;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What each machine must know before it numbers what people did.
 *
 * @param productIds all of them, sorted
 * @param newest when the newest interaction happened, in milliseconds since 1970
 * @param halfLifeMillis of popularity
 * @param gapMinutes between visits
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines
record Shop(String[] productIds, long newest, long halfLifeMillis, int gapMinutes) implements Serializable {
    static Shop of(String[] productIds, long newest, Recipe recipe) {
        return new Shop(
                productIds,
                newest,
                recipe.halfLife().toMillis(),
                recipe.visits().gapMinutes());
    }

    Duration gap() {
        return Duration.ofMinutes(gapMinutes);
    }

    /** The number of each product. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = HashMap.newHashMap(productIds.length);
        for (int number = 0; number < productIds.length; number++) {
            numbers.put(productIds[number], number);
        }
        return numbers;
    }
}
