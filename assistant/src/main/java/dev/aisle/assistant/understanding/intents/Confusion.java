package dev.aisle.assistant.understanding.intents;

import java.util.List;

/**
 * How often examples of each intent were taken for each intent by models that hadn't seen them.
 *
 * @param intents the rows and columns
 * @param counts {@code counts[row][column]}: examples of the row that were taken for the column
 */
@SuppressWarnings("ArrayRecordComponent") // a table, written once
public record Confusion(List<Intent> intents, int[][] counts) {
    public Confusion {
        intents = List.copyOf(intents);
    }

    /** How many examples an intent has. */
    public int examples(int row) {
        int sum = 0;
        for (int count : counts[row]) {
            sum += count;
        }
        return sum;
    }

    /** Which share of those taken for an intent are of it; 0 when there are none. */
    public double precision(int column) {
        int taken = 0;
        for (int[] row : counts) {
            taken += row[column];
        }
        return taken == 0 ? 0 : (double) counts[column][column] / taken;
    }

    /** Which share of an intent's examples were taken for it; 0 when there are none. */
    public double recall(int row) {
        int examples = examples(row);
        return examples == 0 ? 0 : (double) counts[row][row] / examples;
    }

    /** The harmonic mean of precision and recall. */
    public double f1(int intent) {
        double both = precision(intent) + recall(intent);
        return both == 0 ? 0 : 2 * precision(intent) * recall(intent) / both;
    }

    /** The mean of the intents' F1, over those that have examples. */
    public double macroF1() {
        double sum = 0;
        int used = 0;
        for (int row = 0; row < counts.length; row++) {
            if (examples(row) > 0) {
                sum += f1(row);
                used++;
            }
        }
        return used == 0 ? 0 : sum / used;
    }

    /** The share of all examples that were taken for what they are. */
    public double accuracy() {
        int right = 0;
        int all = 0;
        for (int row = 0; row < counts.length; row++) {
            right += counts[row][row];
            all += examples(row);
        }
        return all == 0 ? 0 : (double) right / all;
    }
}
