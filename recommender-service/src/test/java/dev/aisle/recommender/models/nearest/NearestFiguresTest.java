package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.nearest.Recall;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.models.nearest.NearestSettings.Beyond;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The figures of docs/search.md; prints and asserts nothing: {@code -Daisle.figures=true -Daisle.rows=1000000}. */
@EnabledIfSystemProperty(named = "aisle.figures", matches = "true")
class NearestFiguresTest {
    private static final int WIDTH = 64;
    private static final int QUERIES = 300;

    @Test
    void figures() {
        int count = Integer.getInteger("aisle.rows", 100_000);
        for (String kind :
                System.getProperty("aisle.rows-like", "factors,clusters").split(",", -1)) {
            FloatRows rows = kind.equals("factors") ? factors(count) : clusters(count);
            List<float[]> queries = Recall.questions(rows, QUERIES, 99);
            print(kind, rows, queries, new NearestSettings(Integer.MAX_VALUE, Beyond.CELLS, 0.97, 2));
            for (String beyond :
                    System.getProperty("aisle.beyond", "CELLS,GRAPH").split(",", -1)) {
                print(kind, rows, queries, new NearestSettings(0, Beyond.valueOf(beyond), 0.97, 2));
            }
        }
    }

    private static void print(String like, FloatRows rows, List<float[]> queries, NearestSettings settings) {
        long began = System.nanoTime();
        VectorIndex index = Indexes.over(rows, settings, Progress.NONE);
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] micros = new double[QUERIES];
        for (int round = 0; round < 4; round++) {
            for (int query = 0; query < QUERIES; query++) {
                long start = System.nanoTime();
                index.top(queries.get(query), 100);
                micros[query] = (System.nanoTime() - start) / 1e3;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "%d rows like %s: %s, recall@20 %.3f, top 100 in %.0f µs (median; 99 %%: %.0f), built in %.1f s, %d bytes a row%n",
                index.size(),
                like,
                index.kind(),
                index.recall(),
                micros[QUERIES / 2],
                micros[QUERIES * 99 / 100],
                seconds,
                index.bytes() / index.size());
    }

    /** Few strong directions, many weak ones, lengths that fall with the rank of popularity: what ALS makes of shops. */
    private static FloatRows factors(int count) {
        SplittableRandom random = new SplittableRandom(11);
        FloatRows rows = FloatRows.zeros(count, WIDTH);
        float[][] tastes = new float[2_000][WIDTH];
        for (float[] taste : tastes) {
            for (int i = 0; i < WIDTH; i++) {
                taste[i] = (float) (random.nextGaussian() / Math.sqrt(1 + i / 4.0));
            }
        }
        for (int row = 0; row < count; row++) {
            double length = Math.pow(1 + random.nextInt(count), -0.25);
            float[] first = tastes[random.nextInt(tastes.length)];
            float[] second = tastes[random.nextInt(tastes.length)];
            double share = random.nextDouble();
            for (int i = 0; i < WIDTH; i++) {
                double noise = 0.3 * random.nextGaussian() / Math.sqrt(1 + i / 4.0);
                rows.values()[row * rows.stride() + i] =
                        (float) (length * (share * first[i] + (1 - share) * second[i] + noise));
            }
        }
        return rows;
    }

    private static FloatRows clusters(int count) {
        SplittableRandom random = new SplittableRandom(12);
        FloatRows rows = FloatRows.zeros(count, WIDTH);
        float[][] centres = new float[1_000][WIDTH];
        for (float[] centre : centres) {
            for (int i = 0; i < WIDTH; i++) {
                centre[i] = (float) random.nextGaussian();
            }
        }
        for (int row = 0; row < count; row++) {
            float[] centre = centres[random.nextInt(centres.length)];
            for (int i = 0; i < WIDTH; i++) {
                rows.values()[row * rows.stride() + i] = (float) (centre[i] + 0.7 * random.nextGaussian());
            }
        }
        return rows;
    }
}
