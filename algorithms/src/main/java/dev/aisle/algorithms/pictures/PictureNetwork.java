package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.deep.WeightArray;
import java.util.List;

/**
 * The article's network on real pixels: convolution 3 × 3, ReLU and the greatest of 2 × 2, twice; a dense layer with ReLU, which divided by its length is the picture's point; a
 * dense layer over the point times {@link #SHARPNESS}, whose softmax says the category, for training. Since categories are told apart by the point alone, cosines of points
 * are what is learned.
 *
 * @param first filters of the first convolution, 1 to {@link #MOST}
 * @param second filters of the second one
 * @param hidden numbers of a point
 * @param classes categories
 */
public record PictureNetwork(int first, int second, int hidden, int classes) {
    /** In encoder files. */
    public static final String NAME = "picture-cnn";

    /** Largest number of anything: a file must not ask for all memory. */
    public static final int MOST = 1024;

    /** What points are multiplied with before the last layer, so that a softmax of numbers from so small a range can be sure. */
    public static final float SHARPNESS = 2f;

    /** Is added to the square of the hidden layer's length, which may be zero. */
    public static final double LEAST_SQUARE = 1e-12;

    /** Pixels of a side that a filter sees. */
    public static final int REACH = 3;

    /** Numbers of a side after the first and after the second convolution. */
    static final int[] SIDES = {Picture.SIDE, Picture.SIDE / 2, Picture.SIDE / 4};

    /** Checks the shape. */
    public PictureNetwork {
        for (int size : new int[] {first, second, hidden, classes}) {
            if (size < 1 || size > MOST) {
                throw new IllegalArgumentException(
                        NAME + ": expected filters, hidden numbers and classes from 1 to " + MOST
                                + "; was first=" + first + ", second=" + second + ", hidden=" + hidden + ", classes="
                                + classes);
            }
        }
    }

    /** A size that learns from some hundred pictures and reads one in less than a millisecond. */
    public static PictureNetwork of(int classes) {
        return new PictureNetwork(24, 48, 64, classes);
    }

    static PictureNetwork read(int... numbers) {
        if (numbers.length != 4) {
            throw new IllegalArgumentException(NAME + ": expected 4 numbers of its shape; was " + numbers.length);
        }
        return new PictureNetwork(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    int[] numbers() {
        return new int[] {first, second, hidden, classes};
    }

    /** Numbers that the hidden layer sees. */
    public int seen() {
        return second * SIDES[2] * SIDES[2];
    }

    /** A filter's row: channel by channel what it multiplies the pixels under it with, row by row. */
    public List<WeightArray> arrays() {
        int area = REACH * REACH;
        return List.of(
                rectified("first", first, Picture.CHANNELS * area),
                new WeightArray("first.bias", 1, first, 0f, 0f),
                rectified("second", second, first * area),
                new WeightArray("second.bias", 1, second, 0f, 0f),
                rectified("hidden", hidden, seen()),
                new WeightArray("hidden.bias", 1, hidden, 0f, 0f),
                rectified("classes", classes, hidden),
                new WeightArray("classes.bias", 1, classes, 0f, 0f));
    }

    /** A matrix before a rectifier, which halves the variance: deviation {@code √(2 / columns)}. */
    private static WeightArray rectified(String name, int rows, int columns) {
        return new WeightArray(name, rows, columns, (float) Math.sqrt(2.0 / columns), 0f);
    }
}
