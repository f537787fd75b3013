package dev.aisle.recommender.search.content;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.text.StoredVector;
import dev.aisle.text.Vectors;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** How long it takes to find the twenty nearest of many texts in one thread: a main for docs/search.md, not a test. Arguments: texts (200000), numbers a point (384). */
public final class SpaceSpeed {
    private static final int PLACES = 1_000;
    private static final int QUESTIONS = 200;

    private SpaceSpeed() {}

    public static void main(String[] arguments) {
        int texts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int width = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 384;
        SplittableRandom random = new SplittableRandom(20_261_126L);
        float[][] around = new float[PLACES][width];
        for (float[] place : around) {
            for (int n = 0; n < width; n++) {
                place[n] = (float) random.nextGaussian();
            }
        }
        Space space = new Space(width);
        for (int text = 0; text < texts; text++) {
            float[] point = near(around, random);
            Vectors.toUnit(point);
            space.put("text-" + text, StoredVector.of(text, point));
        }
        time("all are looked at", space, around, random);
        long began = System.nanoTime();
        double recall = space.intoCells(0.97, Progress.NONE);
        System.out.printf(
                Locale.ROOT,
                "%,d texts x %d in cells: recall@20 %.3f, made in %.1f s%n",
                texts,
                width,
                recall,
                (System.nanoTime() - began) / 1e9);
        time("in cells", space, around, random);
    }

    private static float[] near(float[][] around, SplittableRandom random) {
        float[] point = around[random.nextInt(PLACES)].clone();
        for (int n = 0; n < point.length; n++) {
            point[n] += (float) random.nextGaussian();
        }
        return point;
    }

    private static void time(String name, Space space, float[][] around, SplittableRandom random) {
        long[] nanos = new long[QUESTIONS];
        for (int question = -QUESTIONS / 4; question < QUESTIONS; question++) {
            float[] point = near(around, random);
            long began = System.nanoTime();
            space.nearest(point, 20, -1, id -> true);
            if (question >= 0) {
                nanos[question] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p99 %.2f ms%n",
                name,
                nanos[QUESTIONS / 2] / 1e6,
                nanos[QUESTIONS * 99 / 100] / 1e6);
    }
}
