package dev.aisle.bench.kernels;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernels at the shapes that training has. The plain twin is measured by a JVM without the Vector API. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int PANEL = 64;
    private static final int TABLE = 27_000;

    /** Length of a factor. */
    @Param({"64"})
    public int rank;

    private final Kernels kernels = Kernels.best();
    private FloatRows table = FloatRows.zeros(1, 1);
    private FloatRows panel = table;
    private FloatRows matrix = table;
    private FloatRows system = table;
    private int[] indexes = {};
    private float[] factors = {};
    private float[] x = {};
    private float[] y = {};

    /** Random numbers in all arrays. */
    @Setup(Level.Trial)
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        table = FloatRows.zeros(TABLE, rank);
        for (int p = 0; p < table.values().length; p++) {
            table.values()[p] = (float) random.nextDouble(-1, 1);
        }
        panel = FloatRows.zeros(PANEL, rank);
        matrix = FloatRows.zeros(rank + 3, rank);
        system = FloatRows.zeros(rank + 3, rank);
        indexes = random.ints(PANEL, 0, TABLE).toArray();
        factors = new float[PANEL];
        x = new float[matrix.stride()];
        y = new float[matrix.stride()];
        Arrays.fill(factors, 1f);
        Arrays.fill(x, 1f);
        kernels.gather(table, indexes, 0, PANEL, factors, panel);
        for (int i = 0; i < rank; i++) {
            system.values()[i * system.stride() + i] = PANEL;
        }
        kernels.addGram(panel, 0, PANEL, rank, system);
    }

    /** Two rows. */
    @Benchmark
    public float dot() {
        return kernels.dot(table.values(), 0, x, 0, rank);
    }

    /** Two rows. */
    @Benchmark
    public float[] axpy() {
        kernels.axpy(0.5f, table.values(), 0, y, 0, rank);
        return y;
    }

    /** 64 rows from a table beyond the second cache. */
    @Benchmark
    public FloatRows gather64() {
        kernels.gather(table, indexes, 0, PANEL, factors, panel);
        return panel;
    }

    /** A pass of conjugate gradients over 64 gathered rows. */
    @Benchmark
    public float[] dotsAndMultiples64() {
        kernels.dots(panel, 0, PANEL, x, factors);
        kernels.addMultiples(panel, 0, PANEL, factors, y);
        return y;
    }

    /** Normal equations of 64 gathered rows. */
    @Benchmark
    public FloatRows gram64() {
        kernels.addGram(panel, 0, PANEL, rank, matrix);
        return matrix;
    }

    /** One system: copied, factored and solved. */
    @Benchmark
    public float[] factorAndSolve() {
        System.arraycopy(system.values(), 0, matrix.values(), 0, matrix.values().length);
        if (!kernels.factor(matrix, rank)) {
            throw new IllegalStateException("the system is positive definite");
        }
        Arrays.fill(x, 1f);
        kernels.solve(matrix, rank, x, y);
        return y;
    }
}
