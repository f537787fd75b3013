package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Cap;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers the groups that products fall into. */
final class Groups {
    private Groups() {}

    /** The group of each candidate; {@link Cap#NONE} where the property is missing or empty. */
    static int[] of(List<Candidate> candidates, Function<CatalogueItem, @Nullable Object> property) {
        Map<Object, Integer> numbers = new HashMap<>();
        return candidates.stream()
                .mapToInt(candidate -> {
                    Object value = property.apply(candidate.product());
                    return value == null || value.equals("")
                            ? Cap.NONE
                            : numbers.computeIfAbsent(value, added -> numbers.size());
                })
                .toArray();
    }

    /** From one power of two of the minor unit to the next, in each currency: 8.00 to 15.99 are of one level or of two neighbouring ones. */
    static String priceLevel(Price price) {
        return price.currency() + (Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, price.minorUnits())));
    }
}
