package dev.aisle.bench.kernels;

import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.bench.CpuTime;
import java.util.Locale;
import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What a CPU-second of this machine can do at most: multiply-adds in registers, and random rows that are fetched, multiplied with a vector and
 * added to another one. A process of its own.
 */
public final class MachineLimits {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int ROUNDS = 40_000_000;
    private static final int ACCUMULATORS = 12;
    private static final int REPEATS = 5;
    private static final int ROWS = 4_000_000;

    private MachineLimits() {}

    /** {@code RANK ROWS ROWS …}: the lengths of the tables from which rows are fetched. */
    public static void main(String[] arguments) {
        double flops = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            CpuTime time = new CpuTime();
            float sum = multiplyAdds(ROUNDS, 0.999f);
            flops = Math.max(flops, 2.0 * ACCUMULATORS * LANES.length() * ROUNDS / time.seconds());
            if (Float.isNaN(sum)) {
                throw new IllegalStateException("multiply-adds of finite numbers are finite");
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "TRIAL flops=%.4g kernels=%s",
                flops,
                Kernels.best().name().replace(' ', '_')));
        int rank = Integer.parseInt(arguments[0]);
        for (int n = 1; n < arguments.length; n++) {
            int rows = Integer.parseInt(arguments[n]);
            System.out.println(String.format(Locale.ROOT, "TRIAL rows=%d rate=%.4g", rows, rate(rows, rank)));
        }
    }

    private static float multiplyAdds(int rounds, float factor) {
        FloatVector f = FloatVector.broadcast(LANES, factor);
        FloatVector a = FloatVector.broadcast(LANES, 1f);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector g = a;
        FloatVector h = a;
        FloatVector i = a;
        FloatVector j = a;
        FloatVector k = a;
        FloatVector l = a;
        FloatVector m = a;
        for (int round = 0; round < rounds; round++) {
            a = a.fma(f, f);
            b = b.fma(f, f);
            c = c.fma(f, f);
            d = d.fma(f, f);
            e = e.fma(f, f);
            g = g.fma(f, f);
            h = h.fma(f, f);
            i = i.fma(f, f);
            j = j.fma(f, f);
            k = k.fma(f, f);
            l = l.fma(f, f);
            m = m.fma(f, f);
        }
        FloatVector sum = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .add(m);
        return sum.lane(0);
    }

    /** Rows a CPU-second. */
    private static double rate(int rows, int rank) {
        Kernels kernels = Kernels.best();
        SplittableRandom random = new SplittableRandom(1);
        float[] table = new float[rows * rank];
        for (int p = 0; p < table.length; p++) {
            table[p] = 1f / (1 + p % 97);
        }
        int[] order = random.ints(ROWS, 0, rows).toArray();
        float[] x = new float[rank];
        float[] y = new float[rank];
        x[0] = 1;
        double best = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            CpuTime time = new CpuTime();
            for (int row : order) {
                float dot = kernels.dot(table, row * rank, x, 0, rank);
                kernels.axpy(dot, table, row * rank, y, 0, rank);
            }
            best = Math.max(best, ROWS / time.seconds());
        }
        return best;
    }
}
