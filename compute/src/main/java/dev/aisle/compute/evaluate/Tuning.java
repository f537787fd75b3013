package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.compute.UsageException;
import dev.aisle.compute.evaluate.AlgorithmSpec.Tried;
import dev.aisle.compute.evaluate.AlgorithmSpec.Tuned;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Searches an algorithm's parameters on a validation part of the training data, split as the test is. The test data is never looked at. Settings are
 * drawn at random, the defaults being the first. With {@value #HALVING_FROM} settings or more and enough questions it is successive halving: a ninth of
 * the questions is put to all settings, a third to the best third of them, all to the best ninth; and algorithms that learn alike of fewer people learn
 * of that share only. Else all questions are put to all settings. Networks are tried with a part of their epochs and trained in full once the
 * search is over. The defaults stay to the end, so that a search is never worse than none on the validation part.
 *
 * @see <a href="https://proceedings.mlr.press/v51/jamieson16.html">Jamieson, Talwalkar 2016</a>
 */
final class Tuning {
    private static final int HALVING_FROM = 9;
    private static final int CASES_OF_A_RUNG = 100;
    private static final int SHRINK = 3;
    private static final List<Double> RUNGS = List.of(1.0 / 9, 1.0 / 3, 1.0);

    private final Dataset data;
    private final int cutoff;
    private final long seed;
    private final PrintStream err;
    private final Map<Double, Dataset> validations = new HashMap<>();

    Tuning(Dataset data, int[] cutoffs, long seed, PrintStream err) {
        this.data = data;
        this.cutoff = cutoffs[cutoffs.length / 2];
        this.seed = seed;
        this.err = err;
    }

    /** A setting and what it reached. */
    private record Trial(AlgorithmSpec spec, double score) {}

    /** The spec itself when it asks for no search. */
    AlgorithmSpec best(AlgorithmSpec spec) {
        if (spec.tune() == 0) {
            return spec;
        }
        if (validation(1).cases().stream().allMatch(Case::newcomer)) {
            throw new UsageException("--algorithms: " + spec.label()
                    + ": the training part is too small for a search; give the parameters instead of tune");
        }
        List<AlgorithmSpec> candidates = candidates(spec);
        boolean halving =
                candidates.size() >= HALVING_FROM && validation(1).cases().size() >= CASES_OF_A_RUNG / RUNGS.getFirst();
        List<Trial> trials = List.of();
        List<Tried> tried = new ArrayList<>();
        for (double share : halving ? RUNGS : RUNGS.subList(RUNGS.size() - 1, RUNGS.size())) {
            trials = rung(candidates, share, tried);
            candidates = survivors(trials, candidates.getFirst());
        }
        Trial winner = trials.getFirst();
        if (winner.score() == Double.NEGATIVE_INFINITY) {
            throw new UsageException("--algorithms: " + spec.label() + ": no setting has a solution on this data");
        }
        return winner.spec()
                .with(new Tuned(
                        spec.tune(),
                        halving ? "successive halving" : "random search",
                        metric(spec),
                        Math.abs(winner.score()),
                        tried));
    }

    private List<AlgorithmSpec> candidates(AlgorithmSpec spec) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AlgorithmSpec> candidates = new ArrayList<>(List.of(spec));
        Set<String> seen = new HashSet<>(Set.of(spec.parameters().toString()));
        for (int trial = 1; trial < spec.tune(); trial++) {
            AlgorithmSpec candidate = spec.redrawn(random);
            if (seen.add(candidate.parameters().toString())) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /** All candidates on a share, the best first. */
    private List<Trial> rung(List<AlgorithmSpec> candidates, double share, List<Tried> tried) {
        Dataset validation = validation(candidates.getFirst(), share);
        List<Trial> trials = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (AlgorithmSpec candidate : candidates) {
            double score = score(validation, candidate);
            boolean solved = Double.isFinite(score);
            trials.add(new Trial(candidate, score));
            tried.add(new Tried(
                    candidate.parameters(),
                    share,
                    solved ? OptionalDouble.of(Math.abs(score)) : OptionalDouble.empty()));
            err.printf(
                    "%s: setting %d of %d on %.0f %%, %s %.4f%s with %s%n",
                    candidate.label(),
                    trials.size(),
                    candidates.size(),
                    100 * share,
                    metric(candidate),
                    Math.abs(score),
                    score > best ? ", the best so far," : "",
                    candidate.parameters());
            best = Math.max(best, score);
        }
        trials.sort(Comparator.comparingDouble(Trial::score).reversed());
        return trials;
    }

    private static List<AlgorithmSpec> survivors(List<Trial> trials, AlgorithmSpec defaults) {
        int kept = (trials.size() + SHRINK - 1) / SHRINK;
        List<AlgorithmSpec> survivors = new ArrayList<>(List.of(defaults));
        trials.subList(0, kept).stream()
                .map(Trial::spec)
                .filter(spec -> !spec.equals(defaults))
                .forEach(survivors::add);
        return survivors;
    }

    /** What learns the same of fewer people learns of fewer; else all are learned from, and fewer questions are asked. */
    private Dataset validation(AlgorithmSpec spec, double share) {
        return spec.contender().learnsAlikeOfFewer()
                ? validation(share)
                : validation(1).asking(share);
    }

    private Dataset validation(double share) {
        return validations.computeIfAbsent(share, one -> data.validation().of(one, seed));
    }

    private boolean byRatings(AlgorithmSpec spec) {
        return spec.contender() instanceof RatingContender;
    }

    private String metric(AlgorithmSpec spec) {
        if (byRatings(spec)) {
            return "rmse";
        }
        return (sessions() ? AccuracyMetric.MRR : AccuracyMetric.NDCG).label() + "@" + cutoff;
    }

    private boolean sessions() {
        return data.cases().getFirst().truth().next() != Truth.ALL;
    }

    /** Higher is better. A setting that has no solution on this data loses. */
    private double score(Dataset validation, AlgorithmSpec spec) {
        try {
            Recommendation answers = Recommendation.of(validation, spec.hurried(), new int[] {cutoff}, err);
            return byRatings(spec) ? -rmse(answers) : mean(validation, answers);
        } catch (ArithmeticException e) {
            err.println(spec.label() + ": " + spec.parameters() + ": " + e.getMessage());
            return Double.NEGATIVE_INFINITY;
        }
    }

    private double rmse(Recommendation answers) {
        return RatingErrors.of(answers.ratings(), 1, seed).get("rmse") instanceof Outcome.Estimate estimate
                ? estimate.value()
                : Double.POSITIVE_INFINITY;
    }

    private double mean(Dataset validation, Recommendation answers) {
        AccuracyMetric metric = sessions() ? AccuracyMetric.MRR : AccuracyMetric.NDCG;
        List<Case> cases = validation.cases();
        double sum = 0;
        int count = 0;
        for (int n = 0; n < cases.size(); n++) {
            if (!cases.get(n).newcomer()) {
                sum += metric.of(answers.lists().get(n), cutoff);
                count++;
            }
        }
        return sum / Math.max(1, count);
    }
}
