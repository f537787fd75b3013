package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/**
 * {@link PictureNetwork} in plain Java. Planes stand in a frame of zeros, so that one axpy multiplies a whole plane with one number of a filter; what it writes into the
 * frame's columns is never read. Safe for many threads.
 */
final class PictureForward {
    private final PictureNetwork shape;
    private final Kernels kernels;
    private final Weights weights;
    private final FloatRows hidden;
    private final FloatRows classes;

    PictureForward(PictureNetwork shape, Weights weights, Kernels kernels) {
        this.shape = shape;
        this.kernels = kernels;
        this.weights = weights;
        this.hidden = new FloatRows(weights.array("hidden"), shape.seen(), shape.seen());
        this.classes = new FloatRows(weights.array("classes"), shape.hidden(), shape.hidden());
    }

    /** The hidden layer, divided by its length. */
    float[] point(Picture picture) {
        int side = Picture.SIDE;
        float[] planes = new float[Picture.BYTES];
        picture.planes(planes, 0);
        float[] framed = new float[framedLength(Picture.CHANNELS, side)];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            for (int y = 0; y < side; y++) {
                System.arraycopy(planes, (channel * side + y) * side, framed, framedAt(channel, y, side), side);
            }
        }
        float[] once = convolved("first", framed, Picture.CHANNELS, shape.first(), side);
        int half = side / 2;
        float[] smaller = new float[framedLength(shape.first(), half)];
        pool(once, shape.first(), side, smaller, true);
        float[] twice = convolved("second", smaller, shape.first(), shape.second(), half);
        float[] seen = new float[shape.seen()];
        pool(twice, shape.second(), half, seen, false);
        float[] point = weights.array("hidden.bias").clone();
        add(hidden, seen, point);
        double square = PictureNetwork.LEAST_SQUARE;
        for (int n = 0; n < point.length; n++) {
            point[n] = Math.max(0f, point[n]);
            square += (double) point[n] * point[n];
        }
        float factor = (float) (1 / Math.sqrt(square));
        for (int n = 0; n < point.length; n++) {
            point[n] *= factor;
        }
        return point;
    }

    /** What the softmax is taken of, one number a category. */
    float[] scores(float[] point) {
        float[] sharp = point.clone();
        for (int n = 0; n < sharp.length; n++) {
            sharp[n] *= PictureNetwork.SHARPNESS;
        }
        float[] scores = weights.array("classes.bias").clone();
        add(classes, sharp, scores);
        return scores;
    }

    private void add(FloatRows rows, float[] x, float[] into) {
        float[] sums = new float[into.length];
        kernels.dots(rows, 0, into.length, x, sums);
        for (int n = 0; n < into.length; n++) {
            into[n] += sums[n];
        }
    }

    /** Planes of side × (side + 2), one a filter. */
    private float[] convolved(String name, float[] framed, int channels, int filters, int side) {
        float[] filter = weights.array(name);
        float[] bias = weights.array(name + ".bias");
        int row = side + 2;
        int length = side * row;
        float[] out = new float[filters * length];
        int weight = 0;
        for (int f = 0; f < filters; f++) {
            Arrays.fill(out, f * length, (f + 1) * length, bias[f]);
            for (int channel = 0; channel < channels; channel++) {
                int plane = channel * row * row;
                for (int y = 0; y < PictureNetwork.REACH; y++) {
                    for (int x = 0; x < PictureNetwork.REACH; x++) {
                        // The last two numbers of the last row lie in the frame and are left out.
                        kernels.axpy(filter[weight++], framed, plane + y * row + x, out, f * length, length - 2);
                    }
                }
            }
        }
        return out;
    }

    /** The greatest of 2 × 2, at least 0: rectifier and pooling in one. */
    private static void pool(float[] planes, int count, int side, float[] into, boolean framed) {
        int row = side + 2;
        int half = side / 2;
        for (int plane = 0; plane < count; plane++) {
            for (int y = 0; y < half; y++) {
                int from = plane * side * row + 2 * y * row;
                int to = framed ? framedAt(plane, y, half) : (plane * half + y) * half;
                for (int x = 0; x < half; x++) {
                    int at = from + 2 * x;
                    float most = Math.max(
                            Math.max(planes[at], planes[at + 1]), Math.max(planes[at + row], planes[at + row + 1]));
                    into[to + x] = Math.max(0f, most);
                }
            }
        }
    }

    private static int framedLength(int planes, int side) {
        return planes * (side + 2) * (side + 2);
    }

    /** Where a row of a plane begins in its frame. */
    private static int framedAt(int plane, int y, int side) {
        int row = side + 2;
        return (plane * row + y + 1) * row + 1;
    }
}
