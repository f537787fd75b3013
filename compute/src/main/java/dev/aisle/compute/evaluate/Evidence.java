package dev.aisle.compute.evaluate;

/** Takes out items that nothing speaks for: a list of them would be in the order of the file, which is no recommendation. */
final class Evidence {
    private Evidence() {}

    /** Makes scores of 0 unshowable. */
    static void only(float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
