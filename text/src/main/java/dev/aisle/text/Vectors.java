package dev.aisle.text;

/** Lengths of vectors. */
public final class Vectors {
    private Vectors() {}

    /** Makes its length one; zeros stay. */
    public static void toUnit(float[] vector) {
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        if (square > 0) {
            float factor = (float) (1 / Math.sqrt(square));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= factor;
            }
        }
    }
}
