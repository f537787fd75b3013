package dev.aisle.recommender.models.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A candidate beside the model that serves.
 *
 * @param people who were asked
 * @param comparison {@code null} when nothing had to be compared
 * @param explanation in words, with the figures
 */
public record GateResult(
        Verdict verdict, Basis basis, int people, @Nullable Comparison comparison, String explanation) {
    /** What follows. */
    public enum Verdict {
        PASSED,
        REFUSED,
        UNDECIDED;

        /** The name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was compared. */
    public enum Basis {
        /** The serving file itself and the candidate's settings, on what neither has seen. */
        UNSEEN,
        /** The settings of both, fitted to the same past. */
        REFIT,
        /** Nothing: fitted to the same past they would be the same model. */
        SAME_SETTINGS,
        /** What was left to chance in the lists that were shown since. */
        OFF_POLICY,
        /** Nothing: no model serves. */
        FIRST,
        /** Nothing: trainings aren't judged here. */
        OFF;

        /** The name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The figures.
     *
     * @param metric such as {@code ndcg@20}
     * @param candidate mean over people
     * @param difference candidate − serving
     * @param low lower end of its 95 % bootstrap interval over people
     * @param margin how much worse is still as good, ≥ 0
     */
    public record Comparison(
            String metric,
            double candidate,
            double serving,
            double difference,
            double low,
            double high,
            double margin) {}

    /** Without a comparison. */
    public static GateResult passed(Basis basis, String explanation) {
        return new GateResult(Verdict.PASSED, basis, 0, null, explanation);
    }
}
