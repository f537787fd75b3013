package dev.aisle.bench.experiments;

import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.ConfidenceSequence;
import dev.aisle.algorithms.experiment.Cuped;
import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.experiment.Difference;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.FixedHorizon;
import dev.aisle.algorithms.experiment.Tally;
import dev.aisle.algorithms.experiment.Verdict;
import dev.aisle.bench.CpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One start of the JVM: values of units are summed in shards, merged in two orders, and compared. Arguments: exposures, metrics, shards. */
public final class ExperimentTrial {
    private static final int ARMS = 2;

    private final int metrics;

    private ExperimentTrial(int metrics) {
        this.metrics = metrics;
    }

    /** Prints a line. */
    public static void main(String[] arguments) {
        int exposures = Integer.parseInt(arguments[0]);
        ExperimentTrial trial = new ExperimentTrial(Integer.parseInt(arguments[1]));
        int shards = Integer.parseInt(arguments[2]);
        List<float[]> columns = trial.columns(exposures);
        long began = System.nanoTime();
        CpuTime cpu = new CpuTime();
        List<Tally[]> parts = IntStream.range(0, shards)
                .parallel()
                .mapToObj(shard ->
                        trial.sum(columns, share(exposures, shard, shards), share(exposures, shard + 1, shards)))
                .toList();
        double[] effects = trial.effects(trial.merged(parts));
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = cpu.seconds();
        double[] again = trial.effects(trial.merged(parts.reversed()));
        double apart = IntStream.range(0, effects.length)
                .mapToDouble(n -> Math.abs(effects[n] - again[n]) / Math.max(1e-300, Math.abs(effects[n])))
                .max()
                .orElseThrow();
        System.out.println(String.format(
                Locale.ROOT,
                "TRIAL seconds=%.3f cpu=%.3f apart=%.3g effects=%d",
                seconds,
                used,
                apart,
                effects.length));
    }

    private static int share(int of, int shard, int shards) {
        return (int) ((long) of * shard / shards);
    }

    /** A column each for x and b of every metric: money of which three quarters are nothing; of every other metric y as well. */
    private List<float[]> columns(int exposures) {
        List<float[]> columns = new ArrayList<>();
        for (int metric = 0; metric < metrics; metric++) {
            SplittableRandom random = new SplittableRandom(metric);
            float[] x = new float[exposures];
            float[] b = new float[exposures];
            for (int unit = 0; unit < exposures; unit++) {
                double taste = random.nextDouble();
                x[unit] = random.nextInt(4) == 0 ? (float) (100 * taste * random.nextDouble()) : 0;
                b[unit] = random.nextInt(4) == 0 ? (float) (100 * taste * random.nextDouble()) : 0;
            }
            columns.add(x);
            columns.add(b);
        }
        return columns;
    }

    /** The arms' sums of each metric over some units; the unit's number decides its arm. */
    private Tally[] sum(List<float[]> columns, int from, int until) {
        Tally[] sums = new Tally[ARMS * metrics];
        for (int metric = 0; metric < metrics; metric++) {
            Tally control = new Tally();
            Tally treated = new Tally();
            float[] x = columns.get(2 * metric);
            float[] b = columns.get(2 * metric + 1);
            boolean ratio = metric % 2 == 1;
            for (int unit = from; unit < until; unit++) {
                Tally arm = (unit & 1) == 0 ? control : treated;
                arm.add(x[unit], ratio && x[unit] > 0 ? 1 : 0, b[unit], ratio && b[unit] > 0 ? 1 : 0);
            }
            sums[ARMS * metric] = control;
            sums[ARMS * metric + 1] = treated;
        }
        return sums;
    }

    private ArmSums[] merged(List<Tally[]> parts) {
        ArmSums[] merged = new ArmSums[ARMS * metrics];
        for (int n = 0; n < merged.length; n++) {
            Tally all = new Tally();
            for (Tally[] part : parts) {
                all.add(part[n]);
            }
            merged[n] = all.sums();
        }
        return merged;
    }

    /** Effect and both intervals of every metric, with CUPED; every other one as a ratio. */
    private double[] effects(ArmSums[] sums) {
        List<Double> found = new ArrayList<>();
        for (int metric = 0; metric < metrics; metric++) {
            ArmSums control = sums[ARMS * metric];
            ArmSums treated = sums[ARMS * metric + 1];
            Effect effect = (metric % 2 == 1
                            ? Cuped.ofRatio(treated, control, Difference.RELATIVE, RelativeVariance.EXACT)
                            : Cuped.of(
                                    treated.covariate(),
                                    control.covariate(),
                                    Difference.RELATIVE,
                                    RelativeVariance.EXACT))
                    .orElseThrow();
            Verdict once = FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED);
            Verdict anytime =
                    new ConfidenceSequence(0.05, 100_000, Alternative.TWO_SIDED).of(effect, control.n() + treated.n());
            found.addAll(
                    List.of(effect.value(), effect.error(), once.low(), once.high(), anytime.low(), anytime.high()));
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
