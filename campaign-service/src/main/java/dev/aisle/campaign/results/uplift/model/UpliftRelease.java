package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import dev.aisle.algorithms.uplift.Trial;
import dev.aisle.campaign.results.uplift.model.UpliftModel.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The figures shown of the people whom a model was learned from: one release of the guard, made when it is learned and kept with it.
 *
 * @param treated people with the variation
 * @param heldOut people of the comparison group
 * @param average effect over everybody; the interval has the noise in it
 * @param curve best first, by fifths: so many people of all, and what their offers brought; empty when a fifth has too few
 */
public record UpliftRelease(long treated, long heldOut, Estimate average, List<Point> curve) {
    /** Figures that one person touches: the own arm and what it did, the arm of the own fifth and what that did. */
    static final int TOUCHED = 4;

    private static final int PARTS = 5;
    private static final double LEVEL = 0.95;

    public UpliftRelease {
        curve = List.copyOf(curve);
    }

    /** An arm, or a part of one, with noise. */
    private record Arm(NoisedFigure people, NoisedFigure sum) {
        Sums sums(double most) {
            return ReleasedSums.of(people, sum, most);
        }
    }

    /**
     * Releases.
     *
     * @param ranks of the people by folds that had no part in it, the higher the more they are moved
     * @param least people an arm
     * @return empty when an arm has fewer, the noise included
     */
    public static Optional<UpliftRelease> of(double[] ranks, Trial trial, int least, Noise noise) {
        double most = most(trial);
        List<Integer> all = IntStream.range(0, ranks.length).boxed().toList();
        Arm treated = arm(all, true, trial, most, noise);
        Arm heldOut = arm(all, false, trial, most, noise);
        List<Point> curve = curve(ranks, trial, most, noise);
        return isEnough(treated, least, noise) && isEnough(heldOut, least, noise)
                ? Optional.of(new UpliftRelease(
                        treated.people().whole(),
                        heldOut.people().whole(),
                        MeanDifference.of(treated.sums(most), heldOut.sums(most))
                                .interval(LEVEL),
                        curve))
                : Optional.empty();
    }

    private static boolean isEnough(Arm arm, int least, Noise noise) {
        return noise.level().shows(arm.people()) && arm.people().value() >= least;
    }

    /** The largest part of a person in a sum: 1 of an order; of money the 99th percentile of those who paid. */
    private static double most(Trial trial) {
        SortedMap<Long, Long> peopleByAmount = new TreeMap<>();
        for (double outcome : trial.outcome()) {
            peopleByAmount.merge(Math.round(outcome), 1L, Long::sum);
        }
        return Figure.most(peopleByAmount);
    }

    private static Arm arm(List<Integer> people, boolean treated, Trial trial, double most, Noise noise) {
        List<Integer> own =
                people.stream().filter(n -> trial.treated()[n] == treated).toList();
        double sum = own.stream()
                .mapToDouble(n -> Math.min(trial.outcome()[n], most))
                .sum();
        return new Arm(noise.of(Figure.people(own.size()), TOUCHED), noise.of(new Figure(sum, most), TOUCHED));
    }

    private static List<Point> curve(double[] ranks, Trial trial, double most, Noise noise) {
        List<Integer> bestFirst = IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -ranks[n]))
                .toList();
        List<Point> curve = new ArrayList<>(List.of(new Point(0, 0)));
        boolean enough = true;
        double people = 0;
        double gain = 0;
        for (int part = 0; part < PARTS; part++) {
            List<Integer> own =
                    bestFirst.subList(part * bestFirst.size() / PARTS, (part + 1) * bestFirst.size() / PARTS);
            Arm treated = arm(own, true, trial, most, noise);
            Arm heldOut = arm(own, false, trial, most, noise);
            enough &= noise.level().shows(treated.people()) && noise.level().shows(heldOut.people());
            if (enough) {
                people += treated.people().value() + heldOut.people().value();
                gain += treated.people().value()
                        * (treated.sums(most).mean() - heldOut.sums(most).mean());
                curve.add(new Point(people, gain));
            }
        }
        return enough ? curve : List.of();
    }
}
