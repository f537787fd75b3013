package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.recommender.interactions.feedback.domain.Spread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what was shown spreads.
 *
 * @param spread {@code null} when too few people were shown anything, or the reader has no new answer left today
 * @param reason why there is none
 * @param answersLeft how many new answers the reader can still have today
 */
record SpreadView(@Nullable Spread spread, @Nullable String reason, int answersLeft) {
    static SpreadView of(Optional<Spread> spread, int k, int left) {
        return spread.map(found -> new SpreadView(found, null, left))
                .orElseGet(() -> new SpreadView(null, reason(k, left), left));
    }

    private static String reason(int k, int left) {
        return left == 0
                ? "no new answers are left today (UTC), or too few people were shown anything in that time"
                : "fewer than " + k + " people were shown anything in that time, or so few that noise could make them";
    }
}
