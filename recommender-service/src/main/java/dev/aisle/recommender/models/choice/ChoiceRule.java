package dev.aisle.recommender.models.choice;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.PairedComparison;
import dev.aisle.algorithms.evaluate.PairedComparison.Pair;
import dev.aisle.recommender.models.choice.PlacementChoice.RunnerUp;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Of several mixes the best one, but the present one stays unless another is better beyond chance: the 95 % bootstrap interval of the difference person by
 * person is above 0, and Fisher's randomisation test says so at 0.05 for all of the comparisons together (after Bonferroni).
 */
final class ChoiceRule {
    /** Fewest people of whom anything can be said. */
    static final int LEAST = 30;

    private static final int SAMPLES = 1_000;
    private static final long SEED = 3_232L;
    private static final double LEVEL = 0.05;

    private final String metric;
    private final int models;

    /** @param models that are tried on the same people, ≥ 1: all of their comparisons count */
    ChoiceRule(String metric, int models) {
        this.metric = metric;
        this.models = models;
    }

    /**
     * What was found.
     *
     * @param mixes that were compared
     * @param values by mix: one a person, in the same order
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once
    record Compared(List<NamedMix> mixes, List<double[]> values) {
        int people() {
            return values.getFirst().length;
        }

        double mean(int mix) {
            return Arrays.stream(values.get(mix)).average().orElse(Double.NaN);
        }

        Map<String, Double> means() {
            Map<String, Double> means = new LinkedHashMap<>();
            for (int mix = 0; mix < mixes.size(); mix++) {
                means.put(mixes.get(mix).name(), mean(mix));
            }
            return means;
        }
    }

    /** The choice; the mixes hold the present one. */
    PlacementChoice choose(PlacementKind kind, NamedMix present, Compared compared) {
        if (compared.people() < LEAST) {
            return PlacementChoice.kept(
                    kind,
                    present,
                    String.format(
                            Locale.ROOT,
                            "%s stays: only %d people could be asked, %d are needed.",
                            present.name(),
                            compared.people(),
                            LEAST));
        }
        int now = compared.mixes().indexOf(present);
        int chosen = best(compared, now);
        int second = runnerUp(compared, chosen);
        Estimate figure = new Bootstrap(compared.people(), SAMPLES, SEED)
                .mean(compared.values().get(chosen));
        RunnerUp runnerUp = new RunnerUp(
                compared.mixes().get(second).name(),
                compared.mean(second),
                pair(compared, second, chosen).difference());
        return new PlacementChoice(
                kind.label(),
                compared.mixes().get(chosen),
                metric,
                compared.people(),
                figure,
                runnerUp,
                compared.means(),
                chosen == now
                        ? stays(present, figure, runnerUp, compared)
                        : instead(chosen, present, pair(compared, chosen, now), compared));
    }

    /** The present one, or the best of those that are better than it beyond chance. */
    private int best(Compared compared, int now) {
        int best = now;
        for (int mix = 0; mix < compared.mixes().size(); mix++) {
            if (mix != now && compared.mean(mix) > compared.mean(best) && isBetter(compared, mix, now)) {
                best = mix;
            }
        }
        return best;
    }

    private boolean isBetter(Compared compared, int mix, int now) {
        Pair pair = pair(compared, mix, now);
        return pair.difference().low() > 0 && pair.p() * comparisons(compared) <= LEVEL;
    }

    private int comparisons(Compared compared) {
        return models * (compared.mixes().size() - 1);
    }

    private static int runnerUp(Compared compared, int chosen) {
        return IntStream.range(0, compared.mixes().size())
                .filter(mix -> mix != chosen)
                .boxed()
                .max((one, other) -> Double.compare(compared.mean(one), compared.mean(other)))
                .orElseThrow();
    }

    private static Pair pair(Compared compared, int first, int second) {
        int[] people = IntStream.range(0, compared.people()).toArray();
        return PairedComparison.of(
                        List.of(compared.values().get(first), compared.values().get(second)), people, SAMPLES, SEED)
                .getFirst();
    }

    private String stays(NamedMix present, Estimate figure, RunnerUp second, Compared compared) {
        return String.format(
                Locale.ROOT,
                "%s stays with %s %.4f: nothing is better beyond chance. The best other, %s, would have given %.4f,"
                        + " difference %+.4f [%+.4f, %+.4f] over %d people.",
                present.name(),
                metric,
                figure.value(),
                second.name(),
                second.value(),
                second.difference().value(),
                second.difference().low(),
                second.difference().high(),
                compared.people());
    }

    private String instead(int chosen, NamedMix present, Pair pair, Compared compared) {
        return String.format(
                Locale.ROOT,
                "%s instead of %s: %s %.4f beside %.4f, difference %+.4f [%+.4f, %+.4f] over %d people, better beyond"
                        + " chance (p %.4f, %d comparisons).",
                compared.mixes().get(chosen).name(),
                present.name(),
                metric,
                compared.mean(chosen),
                compared.mean(compared.mixes().indexOf(present)),
                pair.difference().value(),
                pair.difference().low(),
                pair.difference().high(),
                compared.people(),
                pair.p(),
                comparisons(compared));
    }
}
