package dev.aisle.recommender.feedback.edge;

import dev.aisle.recommender.feedback.domain.Spread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what was shown spreads.
 *
 * @param spread {@code null} when too few people were shown anything
 * @param reason why there is none
 */
record SpreadView(@Nullable Spread spread, @Nullable String reason) {
    static SpreadView of(Optional<Spread> spread, int k) {
        return spread.map(found -> new SpreadView(found, null))
                .orElseGet(() -> new SpreadView(null, "fewer than " + k + " people were shown anything in that time"));
    }
}
