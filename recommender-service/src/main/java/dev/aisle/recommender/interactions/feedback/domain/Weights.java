package dev.aisle.recommender.interactions.feedback.domain;

import java.util.Arrays;

/** Of each product the people whom it was shown to, each person divided over all that the person was shown. */
final class Weights {
    /** A product counts as covered in full from this part of an even share on. */
    static final double COVERED_FROM = 0.25;

    /** What one person adds to {@link #covered} at most: its own weight, and what it moves the even share of all products. */
    static final double MOST_COVERED = 1 + COVERED_FROM;

    private static final double HEAD = 0.2;

    private final OnSale products;
    private final double[] weights;
    private double differentPairs;
    private double lists;

    Weights(OnSale products) {
        this.products = products;
        this.weights = new double[products.size()];
    }

    void shown(int place, double weight) {
        weights[place] += weight;
    }

    void listed(double differentPairs, double weight) {
        this.differentPairs += weight * differentPairs;
        this.lists += weight;
    }

    double total() {
        return Arrays.stream(weights).sum();
    }

    double[] byLevel() {
        return products.byLevel(weights);
    }

    double[] byBrand() {
        return products.byBrand(weights);
    }

    double differentPairs() {
        return differentPairs;
    }

    double lists() {
        return lists;
    }

    /** Σ min(c_i, a C / n), C = Σ c_i: a C when every product gets its part of an even share. */
    double covered() {
        double even = COVERED_FROM * total() / Math.max(1, weights.length);
        return Arrays.stream(weights).map(weight -> Math.min(weight, even)).sum();
    }

    /** Σ (2 i − n − 1) c_i / n, c ascending, i from 1: the Gini coefficient times Σ c_i. A person of weight 1 moves it by less than 1. */
    double concentration() {
        double[] ascending = ascending();
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
        }
        return sum / Math.max(1, ascending.length);
    }

    /** What goes to all but the most shown fifth of the products. */
    double tail() {
        double[] ascending = ascending();
        int tail = ascending.length - (int) Math.ceil(HEAD * ascending.length);
        return Arrays.stream(ascending, 0, tail).sum();
    }

    private double[] ascending() {
        double[] ascending = weights.clone();
        Arrays.sort(ascending);
        return ascending;
    }
}
