package dev.aisle.algorithms.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NearestLawsTest {
    private static final float ROUNDING = 1e-4f;

    @Property(tries = 100)
    void allRowsGiveWhatANaiveSearchInDoublesGives(
            @ForAll @IntRange(min = 0, max = 300) int count,
            @ForAll @IntRange(min = 1, max = 80) int width,
            @ForAll @IntRange(min = 0, max = 40) int wanted,
            @ForAll int seed) {
        FloatRows rows = rows(count, width, seed);
        float[] query = numbers(width, seed + 1);

        List<ScoredItem> found = new AllRows(rows).top(query, wanted);

        List<ScoredItem> naive = naive(rows, query, wanted);
        assertThat(found).hasSameSizeAs(naive);
        for (int place = 0; place < found.size(); place++) {
            assertThat(found.get(place).score()).isCloseTo(naive.get(place).score(), within(ROUNDING));
        }
        assertThat(found).isSortedAccordingTo(Comparator.comparing(ScoredItem::score, Comparator.reverseOrder()));
    }

    @Property(tries = 100)
    void bothTwinsOfTheByteKernelGiveTheSame(
            @ForAll @IntRange(min = 0, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 9) int blocks,
            @ForAll int seed) {
        int stride = blocks * ByteRows.PADDING;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] values = new byte[rows * stride];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextBoolean() ? 127 : random.nextInt(-127, 128));
        }
        short[] query = new short[stride];
        for (int i = 0; i < stride; i++) {
            query[i] = (short) (random.nextBoolean() ? -127 : random.nextInt(-127, 128));
        }
        int[] scalar = new int[rows];
        int[] vector = new int[rows];

        new ScalarByteKernel().dots(values, stride, 0, rows, query, scalar);
        new VectorByteKernel().dots(values, stride, 0, rows, query, vector);

        assertThat(vector).isEqualTo(scalar);
    }

    @Property(tries = 100)
    void bytesAreNearTheNumbersTheyStandFor(@ForAll @IntRange(min = 1, max = 130) int width, @ForAll int seed) {
        float[] a = numbers(width, seed);
        float[] b = numbers(width, seed + 1);
        ByteRows rows = new ByteRows(1, width);
        rows.set(0, a, 0);
        float[] found = new float[1];

        rows.dots(ByteRows.Query.of(b), 0, 1, new int[1], found);

        assertThat((double) found[0]).isCloseTo(dot(a, 0, b), within(0.02 * length(a) * length(b)));
    }

    @Property(tries = 50)
    void withAllCellsTheScoresAreThoseOfAllRows(
            @ForAll @IntRange(min = 1, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 20) int wantedCells,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll int seed) {
        FloatRows rows = rows(count, width, seed);
        float[] query = numbers(width, seed + 1);
        CellRows cells = CellRows.over(rows, Math.min(count, wantedCells), 2, Progress.NONE);

        List<ScoredItem> found = cells.top(query, 10);

        List<ScoredItem> best = new AllRows(rows).top(query, 10);
        assertThat(found).hasSameSizeAs(best);
        assertThat(found.getFirst().score()).isCloseTo(best.getFirst().score(), within(ROUNDING));
    }

    @Property(tries = 20)
    void cellsAreTheSameForTheSameRows(@ForAll @IntRange(min = 50, max = 300) int count, @ForAll int seed) {
        FloatRows rows = rows(count, 16, seed);
        float[] query = numbers(16, seed + 1);

        List<ScoredItem> once =
                CellRows.over(rows, 12, 1, Progress.NONE).withProbes(3).top(query, 10);
        List<ScoredItem> again =
                CellRows.over(rows, 12, 2, Progress.NONE).withProbes(3).top(query, 10);

        assertThat(again).isEqualTo(once);
    }

    private static List<ScoredItem> naive(FloatRows rows, float[] query, int wanted) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> new ScoredItem(row, (float) dot(rows.values(), row * rows.stride(), query)))
                .sorted(Comparator.comparing(ScoredItem::score, Comparator.reverseOrder())
                        .thenComparingInt(ScoredItem::item))
                .limit(wanted)
                .toList();
    }

    private static double dot(float[] a, int at, float[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += (double) a[at + i] * b[i];
        }
        return sum;
    }

    private static double length(float[] a) {
        return Math.sqrt(dot(a, 0, a));
    }

    private static FloatRows rows(int count, int width, int seed) {
        FloatRows rows = FloatRows.zeros(count, width);
        for (int row = 0; row < count; row++) {
            System.arraycopy(numbers(width, seed * 31L + row), 0, rows.values(), row * rows.stride(), width);
        }
        return rows;
    }

    private static float[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
