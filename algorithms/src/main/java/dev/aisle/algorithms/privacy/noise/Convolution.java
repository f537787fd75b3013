package dev.aisle.algorithms.privacy.noise;

import java.util.Arrays;

/** A distribution added to itself many times, by the fast Fourier transform. */
final class Convolution {
    private Convolution() {}

    /** The distribution of the sum of {@code times} independent draws, from the sum of the smallest values upwards. */
    static double[] power(double[] mass, int times) {
        int length = Math.addExact(Math.multiplyExact(mass.length - 1, times), 1);
        int n = Integer.highestOneBit(Math.max(length - 1, 1)) * 2;
        double[] re = Arrays.copyOf(mass, n);
        double[] im = new double[n];
        transform(re, im, false);
        for (int i = 0; i < n; i++) {
            double size = Math.pow(Math.hypot(re[i], im[i]), times);
            double angle = Math.atan2(im[i], re[i]) * times;
            re[i] = size * Math.cos(angle);
            im[i] = size * Math.sin(angle);
        }
        transform(re, im, true);
        for (int i = 0; i < length; i++) {
            re[i] /= n;
        }
        return Arrays.copyOf(re, length);
    }

    /** In place, length a power of two; radix 2 (Cooley, Tukey 1965). Backwards without the division by n. */
    private static void transform(double[] re, double[] im, boolean backwards) {
        int n = re.length;
        reverseBits(re, im);
        for (int half = 1; half < n; half *= 2) {
            double angle = (backwards ? Math.PI : -Math.PI) / half;
            for (int k = 0; k < half; k++) {
                butterflies(re, im, half, k, angle * k);
            }
        }
    }

    private static void butterflies(double[] re, double[] im, int half, int first, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int i = first; i < re.length; i += 2 * half) {
            int j = i + half;
            double x = re[j] * c - im[j] * s;
            double y = re[j] * s + im[j] * c;
            re[j] = re[i] - x;
            im[j] = im[i] - y;
            re[i] += x;
            im[i] += y;
        }
    }

    private static void reverseBits(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(re.length) + 1;
        for (int i = 0; i < re.length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
