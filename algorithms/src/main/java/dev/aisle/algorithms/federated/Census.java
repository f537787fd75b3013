package dev.aisle.algorithms.federated;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import dev.aisle.algorithms.recommend.Interactions;
import java.util.stream.IntStream;

/**
 * What all partners together know before they learn: about how much each product was taken, and how many people there are. A person adds weights of
 * products and a one, shortened as a whole to the clip.
 */
public final class Census {
    /** Counts of fewer deviations of noise are taken for nothing. */
    private static final double DEVIATIONS = 2;

    private final double[] counts;
    private final double people;

    private Census(double[] counts, double people) {
        this.counts = counts;
        this.people = people;
    }

    /** How many numbers a partner adds. */
    public static int length(int items) {
        return items + 1;
    }

    /**
     * What one partner adds, without noise.
     *
     * @param clip greatest norm of a person
     * @return a number an item, and the people
     */
    public static double[] of(Interactions people, double clip) {
        double[] sum = new double[length(people.itemCount())];
        for (int person = 0; person < people.userCount(); person++) {
            History history = people.history(person);
            double[] own = new double[history.size() + 1];
            for (int p = 0; p < history.size(); p++) {
                own[p] = history.weight(p);
            }
            own[history.size()] = 1;
            double factor = Clip.factor(Clip.square(own), clip);
            for (int p = 0; p < history.size(); p++) {
                sum[history.item(p)] += factor * own[p];
            }
            sum[sum.length - 1] += factor;
        }
        return sum;
    }

    /**
     * Reads the sum of all partners.
     *
     * @param deviation of its noise
     */
    public static Census read(double[] sum, double deviation) {
        double[] counts = new double[sum.length - 1];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = sum[item] > DEVIATIONS * deviation ? sum[item] : 0;
        }
        return new Census(counts, Math.max(1, sum[counts.length]));
    }

    /** Number of items. */
    public int items() {
        return counts.length;
    }

    /** About how much an item was taken; 0 for an item that stays out of the training. */
    public double count(int item) {
        return counts[item];
    }

    /** About how many people there are. */
    public double people() {
        return people;
    }

    /** How many items take part. */
    public int kept() {
        return (int)
                IntStream.range(0, items()).filter(item -> counts[item] > 0).count();
    }

    /** The absolute weights of the objective: those of the settings, for as many people and as much taken. */
    public Ridge ridge(JointSettings settings) {
        double taken = 0;
        for (double count : counts) {
            taken += count;
        }
        double unobserved = settings.unobserved() * taken / (people * Math.max(1, items()));
        return new Ridge((float) Math.max(unobserved, Float.MIN_NORMAL), (float) settings.regularisation(), 1);
    }
}
