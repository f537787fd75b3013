package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;
import java.util.OptionalDouble;

/** An algorithm that takes part in a comparison, whatever it learns from. Holds its parameters only. */
interface Contender {
    /** As in {@code --algorithms}. */
    String name();

    /** Why it can't take part; empty when it can. */
    Optional<String> refusal(Dataset data);

    /** Why {@code all} passes it over though it could take part; empty when it doesn't. */
    default Optional<String> reluctance(Dataset data) {
        return Optional.empty();
    }

    /** Whether good parameters for a share of the people are good for all; neighbours, for one, are farther apart among few. */
    default boolean learnsAlikeOfFewer() {
        return false;
    }

    /** What a search tries in its place: a cheaper form that ranks settings alike; itself unless it says otherwise. */
    default Contender hurried() {
        return this;
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException when the data can't be used, or needs more memory than there is
     * @throws ArithmeticException when the parameters have no solution on this data
     */
    Fitted fit(Dataset data, Fold fold, Progress progress);

    /** Answers the questions of the fold that it was fitted on. */
    @FunctionalInterface
    interface Fitted {
        /**
         * Scores every item of the catalogue.
         *
         * @param into one score an item; overwritten. NaN or −∞ for an item that must not be shown
         */
        void score(Case question, float[] into);

        /** What the person would rate the item; empty when this is no predictor of ratings or knows too little. */
        default OptionalDouble rating(int user, int item) {
            return OptionalDouble.empty();
        }
    }
}
