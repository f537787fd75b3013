package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.List;

/**
 * A data set that is split into what models may see and what they must find.
 *
 * @param name of the data, for the report
 * @param split how it was split, for the report
 * @param folds at least one
 * @param items by index
 * @param unread lines that could not be used, and why
 * @param seenAreCandidates whether what a person already has may be recommended, since it is taken again
 * @param validation splits what models may see once more in the same way, for a search of parameters
 */
record Dataset(
        String name,
        String split,
        List<Fold> folds,
        Items items,
        List<LeftOut> unread,
        boolean seenAreCandidates,
        Validation validation) {

    /** A split of the training part of the first fold. */
    @FunctionalInterface
    interface Validation {
        /**
         * Splits.
         *
         * @param share of the people or sessions that take part, 0 &lt; share ≤ 1; a larger share holds the smaller ones
         * @param seed of whatever is drawn
         */
        Dataset of(double share, long seed);
    }

    /** Training of the first fold, for the figures of a report. */
    Interactions train() {
        return folds.getFirst().train();
    }

    /** The questions of all folds. */
    List<Case> cases() {
        return folds.stream().flatMap(fold -> fold.cases().stream()).toList();
    }

    /** The same with a share of the questions, 0 &lt; share ≤ 1. */
    Dataset asking(double share) {
        List<Fold> some = folds.stream().map(fold -> fold.asking(share)).toList();
        return new Dataset(name, split, some, items, unread, seenAreCandidates, validation);
    }

    /** The same, of files of which some lines could not be used. */
    Dataset without(List<LeftOut> lines) {
        return new Dataset(name, split, folds, items, lines, seenAreCandidates, validation);
    }

    /** What isn't in it, or not in its means: of k folds, each person and line as often as a fold leaves it out. */
    List<LeftOut> leftOut() {
        Omissions all = new Omissions();
        all.addAll(unread);
        folds.forEach(fold -> all.addAll(fold.leftOut()));
        return all.all();
    }

    boolean ordered() {
        return folds.getFirst().sessions().isPresent();
    }

    boolean rated() {
        return folds.getFirst().ratings().isPresent();
    }
}
