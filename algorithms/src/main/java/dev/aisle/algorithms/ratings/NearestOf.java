package dev.aisle.algorithms.ratings;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The k neighbours with the highest similarity; of equal ones those that came first. */
final class NearestOf {
    private static final Comparator<Neighbour> WORST_FIRST = Comparator.comparingDouble(Neighbour::similarity)
            .thenComparing(Neighbour::number, Comparator.reverseOrder());

    private final int k;
    private final PriorityQueue<Neighbour> kept = new PriorityQueue<>(WORST_FIRST);

    private int offered;

    NearestOf(int k) {
        this.k = k;
    }

    private record Neighbour(double similarity, double above, int number) {}

    void offer(double similarity, double above) {
        offered++;
        if (kept.size() < k) {
            kept.add(new Neighbour(similarity, above, offered));
        } else if (similarity > kept.element().similarity()) {
            kept.remove();
            kept.add(new Neighbour(similarity, above, offered));
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    double weightedMean() {
        double sum = 0;
        double weights = 0;
        for (Neighbour neighbour : kept) {
            sum += neighbour.similarity() * neighbour.above();
            weights += neighbour.similarity();
        }
        return sum / weights;
    }
}
