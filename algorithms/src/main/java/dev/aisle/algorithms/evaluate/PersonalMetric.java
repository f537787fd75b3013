package dev.aisle.algorithms.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the items of a list have to do with each other and with what the person had before; the value of a test is the mean over the lists that
 * have one.
 */
public enum PersonalMetric {
    /** Mean of 1 − cosine over the pairs of a list of two or more; items are sets of attributes, or else of people. */
    DIVERSITY_BY_COSINE("ild_cosine") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            return diversity(list, k, known.likeness.orElseThrow().of(list).cosines());
        }
    },
    /** Mean of 1 − Jaccard over the pairs of a list of two or more. */
    DIVERSITY_BY_JACCARD("ild_jaccard") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            return diversity(list, k, known.likeness.orElseThrow().of(list).jaccards());
        }
    },
    /** Share of the list that isn't in the history. */
    NEW("new") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            int found = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                found += inHistory(list, list.item(rank)) ? 0 : 1;
            }
            return list.shown(k) == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) found / list.shown(k));
        }
    },
    /** Mean of 1 − mean cosine with the items of the history. */
    UNEXPECTEDNESS("unexpectedness") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            return unexpected(list, k, known, false);
        }
    },
    /** The same sum over hits only, divided by what was shown. */
    SERENDIPITY_AGAINST_OWN("serendipity_own") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            return list.relevant() == 0 ? OptionalDouble.empty() : unexpected(list, k, known, true);
        }
    },
    /** Divergence of the list's categories from those of the history; 0 is calibrated. */
    CALIBRATION("calibration") {
        @Override
        OptionalDouble of(JudgedList list, int k, Surroundings known) {
            return known.calibration.orElseThrow().of(list, k);
        }
    };

    private final String label;

    PersonalMetric(String label) {
        this.label = label;
    }

    /** The name in reports, before {@code @k}. */
    public String label() {
        return label;
    }

    /** The metric of one list, if it has one; only when nothing is missing. */
    abstract OptionalDouble of(JudgedList list, int k, Surroundings known);

    /** What the metric needs and isn't known, if so. */
    Optional<String> missing(Surroundings known) {
        boolean there = switch (this) {
            case NEW -> true;
            case CALIBRATION -> known.calibration.isPresent();
            default -> known.likeness.isPresent();
        };
        String what = this == CALIBRATION ? "categories" : "attributes";
        return there ? Optional.empty() : Optional.of("no " + what + " of the items are known");
    }

    /** Why no list has a value, when none has. */
    String undefinedReason() {
        return switch (this) {
            case DIVERSITY_BY_COSINE, DIVERSITY_BY_JACCARD -> "no list has two items";
            case NEW -> "the histories aren't known, or nothing was shown";
            case CALIBRATION -> "no history beside a list has a category";
            default -> "no history is known";
        };
    }

    /** Whether it is asked of lists only whose history is known. */
    boolean needsHistory() {
        return this != DIVERSITY_BY_COSINE && this != DIVERSITY_BY_JACCARD;
    }

    private static boolean inHistory(JudgedList list, int item) {
        for (int n = 0; n < list.historySize(); n++) {
            if (list.history(n) == item) {
                return true;
            }
        }
        return false;
    }

    /** @param similarities by rank: their sum over all pairs up to there */
    private static OptionalDouble diversity(JudgedList list, int k, double[] similarities) {
        int shown = list.shown(k);
        double pairs = shown * (shown - 1.0) / 2;
        return shown < 2 ? OptionalDouble.empty() : OptionalDouble.of(1 - similarities[shown - 1] / pairs);
    }

    private static OptionalDouble unexpected(JudgedList list, int k, Surroundings known, boolean hitsOnly) {
        if (list.shown(k) == 0 || list.historySize() == 0) {
            return OptionalDouble.empty();
        }
        double[] cosines = known.likeness.orElseThrow().of(list).toHistory();
        double sum = 0;
        for (int rank = 0; rank < list.shown(k); rank++) {
            sum += list.hit(rank) || !hitsOnly ? 1 - cosines[rank] : 0;
        }
        return OptionalDouble.of(sum / list.shown(k));
    }
}
