package dev.aisle.recommender.models.checks;

import java.time.Duration;

/**
 * What the checks before a training compare with.
 *
 * @param largestPerson most of the interactions that one person may have, 0 … 1
 * @param largestDrop most of the interactions of the training before that may be gone, 0 … 1
 * @param unknownProducts most of the interactions that may be with unknown products, 0 … 1
 */
record TrainingLimits(
        int leastPeople,
        int leastItems,
        long leastInteractions,
        double largestPerson,
        double largestDrop,
        Duration oldestNewest,
        double unknownProducts) {}
