package dev.aisle.recommender.models.gate;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.PairedComparison;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Comparison;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether a candidate is as good as the serving model, but for a margin: the interval of the paired difference decides. */
final class NonInferiority {
    private static final int SAMPLES = 1_000;
    private static final long SEED = 7_026L;

    private final double margin;

    /**
     * With a margin.
     *
     * @param margin how much worse is still as good, as a share of what the serving model reaches, ≥ 0
     */
    public NonInferiority(double margin) {
        this.margin = margin;
    }

    /**
     * The verdict.
     *
     * @param candidate one value a person
     * @param serving of the same people, in the same order; at least one
     */
    public GateResult judge(Basis basis, String metric, double[] candidate, double[] serving) {
        int[] people = IntStream.range(0, serving.length).toArray();
        Estimate difference = PairedComparison.of(List.of(candidate, serving), people, SAMPLES, SEED)
                .getFirst()
                .difference();
        double reached = mean(serving);
        double least = -margin * reached;
        Verdict verdict = difference.low() >= least
                ? Verdict.PASSED
                : difference.high() < least ? Verdict.REFUSED : Verdict.UNDECIDED;
        Comparison comparison = new Comparison(
                metric,
                mean(candidate),
                reached,
                difference.value(),
                difference.low(),
                difference.high(),
                margin * reached);
        return new GateResult(verdict, basis, people.length, comparison, explain(verdict, comparison, people.length));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static String explain(Verdict verdict, Comparison found, int people) {
        String how = switch (verdict) {
            case PASSED -> "as good or better";
            case REFUSED -> "worse";
            case UNDECIDED -> "not clear";
        };
        return String.format(
                Locale.ROOT,
                "%s %.4f beside %.4f of the serving model, difference %+.4f [%+.4f, %+.4f] over %d people, margin"
                        + " %.4f: %s.",
                found.metric(),
                found.candidate(),
                found.serving(),
                found.difference(),
                found.low(),
                found.high(),
                people,
                found.margin(),
                how);
    }
}
