package dev.aisle.training.spark;

import org.apache.spark.api.java.JavaRDD;

/** Sums of numbers by item over all parts. */
final class Sums {
    private Sums() {}

    /** Adds arrays of that length. */
    static double[] of(JavaRDD<double[]> parts, int items) {
        return parts.treeAggregate(new double[items], Sums::add, Sums::add, 2);
    }

    private static double[] add(double[] into, double[] other) {
        for (int item = 0; item < into.length; item++) {
            into[item] += other[item];
        }
        return into;
    }
}
