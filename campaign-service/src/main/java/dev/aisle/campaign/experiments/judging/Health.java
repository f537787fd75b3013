package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.Difference;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.FixedHorizon;
import dev.aisle.algorithms.experiment.Multiplicity;
import dev.aisle.algorithms.experiment.SampleRatio;
import dev.aisle.algorithms.experiment.SampleRatioWatch;
import dev.aisle.algorithms.experiment.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether an experiment's figures can be believed at all.
 *
 * @param splitByChance how likely such sizes of the arms are when people are split as planned; looked at once
 * @param splitWatched the same, right at every look: this one blocks
 * @param mixedShare of all units
 * @param imbalanced metrics that differed between arms before anybody was exposed
 * @param problems in words; empty when it is healthy
 */
public record Health(
        double splitByChance, double splitWatched, double mixedShare, List<String> imbalanced, List<String> problems) {
    /** So seldom that a shop with many experiments sees no false alarm in years. */
    private static final double ODD = 0.001;

    private static final double MOST_MIXED = 0.01;
    /** So many deviations noise alone doesn't come to. */
    private static final double SURE = 3;
    /** Finds a leak of one in a hundred soon. */
    private static final double CONCENTRATION = 10_000;

    public Health {
        imbalanced = List.copyOf(imbalanced);
        problems = List.copyOf(problems);
    }

    /**
     * Looks. Arms are drawn towards the plan as far as the guard's noise alone would move them away from it.
     *
     * @param noise standard deviation of the noise of an arm's number of units
     * @param before metric's name → its arms before the exposure, the control first
     */
    public static Health of(List<ArmCount> arms, double noise, Map<String, List<Sums>> before) {
        double[] units = withoutNoise(arms, noise);
        double once = SampleRatio.of(
                        units, arms.stream().mapToDouble(ArmCount::weight).toArray())
                .p();
        double watched = watched(arms, units);
        long all = arms.stream().mapToLong(ArmCount::assigned).sum();
        double mixed =
                all == 0 ? 0 : (double) arms.stream().mapToLong(ArmCount::mixed).sum() / all;
        List<String> differing = differing(before);
        List<String> problems = new ArrayList<>();
        if (watched < ODD) {
            problems.add(String.format(
                    Locale.ROOT,
                    "the arms haven't the sizes that the plan gives them (chance makes that once in %s times): somebody is lost or counted in one arm only",
                    times(watched)));
        }
        if (mixed - SURE * noise * Math.sqrt(arms.size()) / Math.max(1, all) > MOST_MIXED) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the units have seen more than one variation; more than 1 %% isn't chance",
                    100 * mixed));
        }
        differing.forEach(name -> problems.add("\"" + name
                + "\" differed between the arms before anybody had seen anything: they weren't split by chance"));
        return new Health(once, watched, mixed, differing, problems);
    }

    private static String times(double p) {
        return p < 1e-6 ? "a million" : String.format(Locale.ROOT, "%,.0f", 1 / p);
    }

    private static double[] withoutNoise(List<ArmCount> arms, double noise) {
        double all = arms.stream().mapToLong(ArmCount::assigned).sum();
        double weights = arms.stream().mapToDouble(ArmCount::weight).sum();
        return arms.stream()
                .mapToDouble(arm -> {
                    double share = weights == 0 ? 0 : arm.weight() / weights;
                    double chance = all * share * (1 - share);
                    double expected = all * share;
                    return noise == 0 || chance == 0
                            ? arm.assigned()
                            : expected + (arm.assigned() - expected) * Math.sqrt(chance / (chance + noise * noise));
                })
                .toArray();
    }

    private static double watched(List<ArmCount> arms, double[] units) {
        int[] those = IntStream.range(0, arms.size())
                .filter(arm -> arms.get(arm).weight() > 0)
                .toArray();
        double all =
                IntStream.of(those).mapToDouble(arm -> arms.get(arm).weight()).sum();
        if (those.length < 2) {
            return 1;
        }
        double[] plan = IntStream.of(those)
                .mapToDouble(arm -> arms.get(arm).weight() / all)
                .toArray();
        return new SampleRatioWatch(plan, CONCENTRATION, ODD)
                .add(IntStream.of(those).mapToDouble(arm -> units[arm]).toArray());
    }

    private static List<String> differing(Map<String, List<Sums>> before) {
        List<String> names = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        before.forEach((name, arms) -> arms.stream().skip(1).forEach(arm -> {
            Optional<Effect> effect = Effect.of(Arm.of(arm), Arm.of(arms.getFirst()), Difference.ABSOLUTE);
            names.add(name);
            chances.add(effect.map(one ->
                            FixedHorizon.of(one, ODD, Alternative.TWO_SIDED).p())
                    .orElse(1.0));
        }));
        double[] adjusted = Multiplicity.HOLM_BONFERRONI.adjust(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        return IntStream.range(0, names.size())
                .filter(n -> adjusted[n] < ODD)
                .mapToObj(names::get)
                .distinct()
                .toList();
    }
}
