package dev.aisle.local.bench.assistant;

import java.util.List;

/** How often questions of each intent were taken for each. */
final class ConfusedIntents {
    private final List<String> intents;
    private final int[][] counts;

    ConfusedIntents(List<String> intents) {
        this.intents = List.copyOf(intents);
        this.counts = new int[intents.size()][intents.size()];
    }

    void add(String right, String guess) {
        counts[intents.indexOf(right)][intents.indexOf(guess)]++;
    }

    List<String> intents() {
        return intents;
    }

    /** {@code counts[row][column]}: questions of the row that were taken for the column. */
    int[][] counts() {
        int[][] copy = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            copy[row] = counts[row].clone();
        }
        return copy;
    }

    int questions(int intent) {
        int sum = 0;
        for (int count : counts[intent]) {
            sum += count;
        }
        return sum;
    }

    double precision(int intent) {
        int taken = 0;
        for (int[] row : counts) {
            taken += row[intent];
        }
        return FoundPlaces.share(counts[intent][intent], taken);
    }

    double recall(int intent) {
        return FoundPlaces.share(counts[intent][intent], questions(intent));
    }

    double f1(int intent) {
        double both = precision(intent) + recall(intent);
        return both == 0 ? 0 : 2 * precision(intent) * recall(intent) / both;
    }

    /** The mean of the F1 of those that have questions. */
    double macroF1() {
        double sum = 0;
        int used = 0;
        for (int intent = 0; intent < counts.length; intent++) {
            if (questions(intent) > 0) {
                sum += f1(intent);
                used++;
            }
        }
        return used == 0 ? 0 : sum / used;
    }
}
