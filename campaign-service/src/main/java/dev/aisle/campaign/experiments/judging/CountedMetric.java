package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.campaign.experiments.metrics.Cap;
import dev.aisle.campaign.experiments.metrics.Metric;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Exact sums of a metric, each person's clipped at what almost all stay below, over all arms alike.
 *
 * @param before whether what was before counts, too
 */
public record CountedMetric(Metric metric, boolean before, List<Row> rows) {
    private static final double HUNDRED = 100;
    private static final double CLIPPED_ABOVE = 0.99;
    /** Beyond this share of the variance an adjustment would be one of the noise. */
    private static final double MOST_EXPLAINED = 0.9;

    private static final NoisedFigure NONE = new NoisedFigure(0, 1);

    public CountedMetric {
        rows = List.copyOf(rows);
    }

    /**
     * People of an arm with the same values, in hundredths.
     *
     * @param x the value, of a ratio the numerator
     * @param y of a ratio the denominator
     * @param xb the part of x of units that had a value before
     * @param b units that had a value before
     */
    public record Row(String arm, long x, long y, long xb, long b, long people) {}

    /**
     * An arm as it is shown.
     *
     * @param plain without the noise in the squares: what a unit varies by, which plans are made of
     * @param standsOut whether there is more of the metric than noise makes of nothing
     */
    public record Shown(ArmSums sums, ArmSums plain, boolean standsOut) {}

    /** How many figures of an arm one person touches. */
    public int touched() {
        return metric.type().isRatio() ? 2 : before ? 3 : 1;
    }

    /** The figures of arms, in their order. */
    public List<Figure> figures(List<String> arms) {
        double mostX = most(Row::x);
        double mostY = most(Row::y);
        double mostB = most(Row::b);
        List<Figure> figures = new ArrayList<>();
        for (String arm : arms) {
            figures.add(sum(arm, Row::x, mostX));
            if (metric.type().isRatio()) {
                figures.add(sum(arm, Row::y, mostY));
            } else if (before) {
                figures.add(sum(arm, Row::b, mostB));
                figures.add(sum(arm, Row::xb, mostX));
            }
        }
        return figures;
    }

    private double most(ToLongFunction<Row> amount) {
        double quantile =
                metric.cap() instanceof Cap.Percentile(double share) ? Math.min(share, CLIPPED_ABOVE) : CLIPPED_ABOVE;
        return Figure.most(people("", amount), quantile);
    }

    private Figure sum(String arm, ToLongFunction<Row> amount, double most) {
        return new Figure(Figure.sum(people(arm, amount), most).value() / HUNDRED, most / HUNDRED);
    }

    private SortedMap<Long, Long> people(String arm, ToLongFunction<Row> amount) {
        SortedMap<Long, Long> people = new TreeMap<>();
        rows.stream()
                .filter(row -> arm.isEmpty() || row.arm().equals(arm))
                .forEach(row -> people.merge(Math.max(0, amount.applyAsLong(row)), row.people(), Long::sum));
        return people;
    }

    /**
     * An arm as it is shown: squares are the largest that such sums can have, and hold the noise.
     *
     * @param noise standard deviation of a number of people
     */
    public Shown shown(NoisedFigure units, double noise, Iterator<NoisedFigure> figures) {
        NoisedFigure x = figures.next();
        NoisedFigure y = metric.type().isRatio() ? figures.next() : NONE;
        NoisedFigure b = touched() == 3 ? figures.next() : NONE;
        NoisedFigure xb = touched() == 3 ? figures.next() : NONE;
        long n = units.whole();
        if (n < 1) {
            return new Shown(ArmSums.zeros(0), ArmSums.zeros(0), false);
        }
        double sumX = Math.min(x.value(), n * x.deviation() / noise);
        double mean = sumX / n;
        double least = sumX * x.deviation() / noise;
        double squares = least + squared(x.deviation());
        if (metric.type().isRatio()) {
            double sumY = Math.min(y.value(), n * y.deviation() / noise);
            double leastOfY = sumY * y.deviation() / noise;
            double squaresOfY = leastOfY + squared(y.deviation());
            return new Shown(
                    new ArmSums(n, sumX, sumY, 0, 0, squares, squaresOfY, 0, 0, 0, 0, 0, 0, 0, 0),
                    new ArmSums(n, sumX, sumY, 0, 0, least, leastOfY, 0, 0, 0, 0, 0, 0, 0, 0),
                    x.standsOut() && y.standsOut());
        }
        ArmSums alone =
                new ArmSums(n, sumX, 0, 0, 0, squares + squared(mean * units.deviation()), 0, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean adjusted = b.standsOut() && xb.standsOut() && b.value() < n;
        return new Shown(
                adjusted ? adjustable(alone, b, Math.min(xb.value(), sumX)) : alone,
                new ArmSums(n, sumX, 0, 0, 0, least, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                x.standsOut());
    }

    /** With what was before; its noise goes through the slope into the value. */
    private static ArmSums adjustable(ArmSums alone, NoisedFigure b, double xb) {
        long n = alone.n();
        double share = b.value() / n;
        double squares = b.value() + squared(b.deviation());
        double ofB = squares / n - share * share;
        double covariance = xb / n - alone.x() / n * share;
        double slope = covariance / ofB;
        double all = alone.xx() + squared(slope * b.deviation());
        boolean sure = squared(covariance) < MOST_EXPLAINED * ofB * (all / n - squared(alone.x() / n));
        return sure ? new ArmSums(n, alone.x(), 0, b.value(), 0, all, 0, squares, 0, 0, xb, 0, 0, 0, 0) : alone;
    }

    private static double squared(double value) {
        return value * value;
    }
}
