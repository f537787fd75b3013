package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.uplift.AverageEffect;
import dev.aisle.algorithms.uplift.BaseLearner;
import dev.aisle.algorithms.uplift.BestLearner;
import dev.aisle.algorithms.uplift.CrossFit;
import dev.aisle.algorithms.uplift.LeastSquares;
import dev.aisle.algorithms.uplift.PopulationStability;
import dev.aisle.algorithms.uplift.RankingGain;
import dev.aisle.algorithms.uplift.Trial;
import dev.aisle.campaign.results.uplift.model.UpliftModel.Quality;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns a model of a variation. The whole way, with the choice of the learner, is judged by folds that had no part in it; then everybody is learned from.
 *
 * @param audit leaves out stand-ins before anything is learned
 * @param noise of what is released of the people
 * @param least people an arm, the noise included, without whom nothing is learned
 */
public record LearnUplift(FeatureAudit audit, Noise noise, int least) {
    /** Of standardised features: keeps those that say the same apart, and moves nothing to speak of with hundreds of people. */
    private static final BaseLearner BASE = new LeastSquares(1);

    private static final int FOLDS = 5;
    private static final int INNER_FOLDS = 3;
    private static final int LEAST = 20;
    private static final int DRAWS = 200;
    private static final double NORMAL_95 = 1.959963984540054;
    private static final long SEED = 1;

    /** What it is learned of. */
    public record Subject(
            String campaign, int version, String variation, boolean money, Instant trainedAt, Instant upTo) {}

    /**
     * Learns; empty of too few people.
     *
     * @param people of the variation and of the comparison group
     */
    public Optional<UpliftModel> of(Subject subject, List<Observed> people) {
        long heldOut = people.stream().filter(Observed::holdout).count();
        // Noise may take fewer for enough; of so few nothing can be learned at all.
        return heldOut < LEAST || people.size() - heldOut < LEAST ? Optional.empty() : learned(subject, people);
    }

    private Optional<UpliftModel> learned(Subject subject, List<Observed> people) {
        List<Known> known = people.stream().map(Observed::known).toList();
        FeatureAudit.Passed passed = audit.of(known);
        Features features = Features.of(passed.names(), known);
        Trial trial = trial(people, features, subject.money());
        double[] ranks = CrossFit.of(trial, FOLDS, SEED)
                .ranks(part -> BestLearner.of(part, BASE, INNER_FOLDS, SEED).uplift());
        Optional<UpliftRelease> released = UpliftRelease.of(ranks, trial, least, noise);
        return released.map(shown -> model(subject, passed, features, trial, ranks, shown, known));
    }

    private static UpliftModel model(
            Subject subject,
            FeatureAudit.Passed passed,
            Features features,
            Trial trial,
            double[] ranks,
            UpliftRelease released,
            List<Known> known) {
        BestLearner best = BestLearner.of(trial, BASE, FOLDS, SEED);
        return new UpliftModel(
                subject.campaign(),
                subject.version(),
                subject.variation(),
                subject.money(),
                subject.trainedAt(),
                subject.upTo(),
                best.learner().name().toLowerCase(Locale.ROOT),
                features,
                best.uplift().of(new double[features.names().size()]),
                weights(best.uplift(), features.names().size()),
                quality(trial, ranks),
                released,
                passed.leftOut(),
                passed.audited(),
                PopulationStability.of(Arrays.stream(trial.features())
                        .mapToDouble(best.uplift()::of)
                        .toArray()),
                stands(features, known));
    }

    private static Trial trial(List<Observed> people, Features features, boolean money) {
        boolean[] treated = new boolean[people.size()];
        double[] outcome = new double[people.size()];
        double[][] rows = new double[people.size()][];
        for (int n = 0; n < rows.length; n++) {
            Observed one = people.get(n);
            treated[n] = !one.holdout();
            outcome[n] = one.outcome(money);
            rows[n] = features.of(one.known());
        }
        return new Trial(rows, treated, outcome);
    }

    /** What each feature adds: all these learners are sums when their regressions are. */
    private static List<Double> weights(BaseLearner.Prediction uplift, int width) {
        double constant = uplift.of(new double[width]);
        return IntStream.range(0, width)
                .mapToObj(n -> {
                    double[] unit = new double[width];
                    unit[n] = 1;
                    return uplift.of(unit) - constant;
                })
                .toList();
    }

    private static Quality quality(Trial trial, double[] ranks) {
        AverageEffect average = AverageEffect.of(trial);
        double half = NORMAL_95 * average.error();
        return new Quality(
                new Estimate(average.effect(), average.effect() - half, average.effect() + half, 0.95),
                RankingGain.of(ranks, trial, DRAWS, SEED),
                List.of());
    }

    private static Map<String, PopulationStability> stands(Features features, List<Known> people) {
        Map<String, PopulationStability> stands = new HashMap<>();
        features.names().forEach(name -> stands.put(name, PopulationStability.of(Features.column(name, people))));
        return stands;
    }
}
