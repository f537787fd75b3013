package dev.aisle.algorithms.offpolicy;

import dev.aisle.algorithms.experiment.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Choices among few arms in few contexts, as they were logged. The model of the direct method is the mean reward of an arm in a context, drawn to the
 * mean of all as if that had been seen some times more; so an arm that was rarely shown isn't believed too soon.
 */
public final class ArmLog {
    private static final double PRIOR = 20;

    private final int arms;
    private final List<Row> rows;
    private final Map<Integer, Sums[]> seen = new HashMap<>();
    private final double mean;

    /**
     * A choice.
     *
     * @param context in which it was made
     * @param arm that was chosen, from 0
     * @param propensity with which, in (0, 1]
     * @param reward what came of it
     */
    public record Row(int context, int arm, double propensity, double reward) {}

    /**
     * A log.
     *
     * @param arms how many there are
     */
    public ArmLog(int arms, List<Row> rows) {
        this.arms = arms;
        this.rows = List.copyOf(rows);
        Sums all = Sums.NONE;
        for (Row row : rows) {
            Sums one = new Sums(1, row.reward(), row.reward() * row.reward());
            Sums[] sums = seen.computeIfAbsent(row.context(), _ -> none());
            sums[row.arm()] = sums[row.arm()].plus(one);
            all = all.plus(one);
        }
        mean = all.n() == 0 ? 0 : all.mean();
    }

    private Sums[] none() {
        Sums[] none = new Sums[arms];
        Arrays.fill(none, Sums.NONE);
        return none;
    }

    /** The mean reward of what was shown. */
    public double mean() {
        return mean;
    }

    /**
     * How a policy would have chosen.
     *
     * @param policy the probabilities of the arms in a context, which sum to 1
     */
    public List<LoggedChoice> under(IntFunction<double[]> policy) {
        Map<Integer, double[]> wanted = new HashMap<>();
        Map<Integer, Double> direct = new HashMap<>();
        List<LoggedChoice> choices = new ArrayList<>(rows.size());
        for (Row row : rows) {
            double[] own = wanted.computeIfAbsent(row.context(), policy::apply);
            double expected = direct.computeIfAbsent(row.context(), context -> direct(context, own));
            choices.add(new LoggedChoice(
                    row.propensity(), own[row.arm()], row.reward(), predicted(row.context(), row.arm()), expected));
        }
        return choices;
    }

    private double direct(int context, double[] wanted) {
        double sum = 0;
        for (int arm = 0; arm < arms; arm++) {
            sum += wanted[arm] * predicted(context, arm);
        }
        return sum;
    }

    private double predicted(int context, int arm) {
        Sums own = seen.getOrDefault(context, none())[arm];
        return (own.sum() + PRIOR * mean) / (own.n() + PRIOR);
    }
}
