package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** How many of the nearest points are of the same class: what an encoder is judged by. */
public final class NeighbourShare {
    private NeighbourShare() {}

    /**
     * The mean share, over all points that are asked, of the same class among the {@code count} nearest by cosine.
     *
     * @param points of length one, all as long
     * @param classes of the points
     * @param asked which points' neighbours are looked at
     * @param among which points may be neighbours; a point is never its own
     */
    public static double of(float[][] points, int[] classes, IntPredicate asked, IntPredicate among, int count) {
        Kernels kernels = Kernels.best();
        double sum = 0;
        int asking = 0;
        for (int point = 0; point < points.length; point++) {
            if (!asked.test(point)) {
                continue;
            }
            long[] order = new long[points.length];
            int candidates = 0;
            for (int other = 0; other < points.length; other++) {
                if (other != point && among.test(other)) {
                    float cosine = kernels.dot(points[point], 0, points[other], 0, points[point].length);
                    order[candidates++] = key(cosine, other);
                }
            }
            Arrays.sort(order, 0, candidates);
            int looked = Math.min(count, candidates);
            int same = 0;
            for (int place = 0; place < looked; place++) {
                same += classes[(int) order[place]] == classes[point] ? 1 : 0;
            }
            sum += looked == 0 ? 0 : (double) same / looked;
            asking++;
        }
        return asking == 0 ? 0 : sum / asking;
    }

    /** Sorts by falling cosine, then by number. */
    private static long key(float cosine, int number) {
        int bits = Float.floatToIntBits(-cosine);
        long ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return (ordered << 32) | number;
    }
}
