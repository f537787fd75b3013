package dev.aisle.campaign.experiments.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Recommendation by one rule over all metrics.
 *
 * @param variation what to ship; {@code null} for all others
 * @param until about when there will be units enough; {@code null} where that isn't known or doesn't matter
 * @param because in a sentence
 */
public record Decision(
        Kind kind, @Nullable String variation, @Nullable LocalDate until, String because) {
    /** The recommendations that there are. */
    public enum Kind {
        SHIP("ship"),
        ROLL_BACK("roll_back"),
        KEEP_GOING("keep_going"),
        NOTHING_FOUND("nothing_found"),
        UNHEALTHY("unhealthy");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in reports. */
        public String code() {
            return code;
        }

        /** The one of this name. */
        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("decision: " + code + " isn't known");
        }
    }

    /** Whether it ends the experiment. */
    public boolean isFinal() {
        return kind == Kind.SHIP || kind == Kind.ROLL_BACK || kind == Kind.NOTHING_FOUND;
    }
}
