package dev.aisle.campaign.uplift.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.uplift.AverageEffect;
import dev.aisle.algorithms.uplift.BaseLearner;
import dev.aisle.algorithms.uplift.BestLearner;
import dev.aisle.algorithms.uplift.CrossFit;
import dev.aisle.algorithms.uplift.GainCurve;
import dev.aisle.algorithms.uplift.LeastSquares;
import dev.aisle.algorithms.uplift.PopulationStability;
import dev.aisle.algorithms.uplift.RankingGain;
import dev.aisle.algorithms.uplift.Trial;
import dev.aisle.algorithms.uplift.UpliftQuality;
import dev.aisle.campaign.uplift.domain.UpliftModel.Point;
import dev.aisle.campaign.uplift.domain.UpliftModel.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns a model of a variation. The whole way, with the choice of the learner, is judged by folds that had no part in it; then everybody is learned from.
 *
 * @param audit leaves out stand-ins before anything is learned
 * @param k least people between two points of a curve
 */
public record LearnUplift(FeatureAudit audit, int k) {
    /** Of standardised features: keeps those that say the same apart, and moves nothing to speak of with hundreds of people. */
    private static final BaseLearner BASE = new LeastSquares(1);

    private static final int FOLDS = 5;
    private static final int INNER_FOLDS = 3;
    private static final int DRAWS = 200;
    private static final int POINTS = 20;
    private static final double NORMAL_95 = 1.959963984540054;
    private static final long SEED = 1;

    /** What it is learned of. */
    public record Subject(
            String campaign, int version, String variation, boolean money, Instant trainedAt, Instant upTo) {}

    /**
     * Learns.
     *
     * @param people of the variation and of the comparison group
     * @throws IllegalArgumentException when there are too few of them
     */
    public UpliftModel of(Subject subject, List<Observed> people) {
        List<Known> known = people.stream().map(Observed::known).toList();
        FeatureAudit.Passed passed = audit.of(known);
        Features features = Features.of(passed.names(), known);
        Trial trial = trial(people, features, subject.money());
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
                quality(trial),
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

    private Quality quality(Trial trial) {
        double[] ranks = CrossFit.of(trial, FOLDS, SEED)
                .ranks(part -> BestLearner.of(part, BASE, INNER_FOLDS, SEED).uplift());
        AverageEffect average = AverageEffect.of(trial);
        double half = NORMAL_95 * average.error();
        double normalised = UpliftQuality.of(ranks, trial).qiniAuc();
        long treated = Math.round(trial.propensity() * trial.people());
        return new Quality(
                treated,
                trial.people() - treated,
                new Estimate(average.effect(), average.effect() - half, average.effect() + half, 0.95),
                RankingGain.of(ranks, trial, DRAWS, SEED),
                Double.isFinite(normalised) ? Double.valueOf(normalised) : null,
                curve(GainCurve.qini(ranks, trial)));
    }

    /** So few points that k people at least stand between two of them. */
    private List<Point> curve(GainCurve curve) {
        double all = curve.people()[curve.people().length - 1];
        double step = Math.max(k, all / POINTS);
        List<Point> points = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < curve.people().length; n++) {
            double people = curve.people()[n];
            boolean far = people - last >= step && (all - people >= k || people == all);
            if (n == 0 || far || n == curve.people().length - 1) {
                points.add(new Point(people, curve.gain()[n]));
                last = people;
            }
        }
        return points;
    }

    private static Map<String, PopulationStability> stands(Features features, List<Known> people) {
        Map<String, PopulationStability> stands = new HashMap<>();
        features.names().forEach(name -> stands.put(name, PopulationStability.of(Features.column(name, people))));
        return stands;
    }
}
