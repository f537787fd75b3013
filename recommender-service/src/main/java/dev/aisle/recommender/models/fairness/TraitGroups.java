package dev.aisle.recommender.models.fairness;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import dev.aisle.recommender.models.fairness.FairnessReport.GroupAccuracy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups of a trait with a value for each of their people, 0 to 1. Everybody is in one group. */
final class TraitGroups {
    /** How many figures one person touches: the people and the sum of the own group. */
    static final int TOUCHED = 2;

    private static final String UNKNOWN = "(unknown)";
    private static final double NORMAL_95 = 1.96;

    private final String trait;
    private final SortedMap<String, Counted> groups = new TreeMap<>();

    TraitGroups(String trait) {
        this.trait = trait;
    }

    private record Counted(long people, double sum) {
        Counted and(double value) {
            return new Counted(people + 1, sum + value);
        }
    }

    /** Adds a person; the group is empty where it isn't known. */
    void add(String group, double value) {
        groups.merge(group.isEmpty() ? UNKNOWN : group, new Counted(1, value), (all, _) -> all.and(value));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        groups.values().forEach(group -> {
            figures.add(Figure.people(group.people()));
            figures.add(new Figure(group.sum(), 1));
        });
        return figures;
    }

    /** The groups that stand far out of the noise, by name, from the released figures that come next; none when there is but one to tell. */
    List<GroupAccuracy> shown(Iterator<NoisedFigure> figures, GuardLevel level) {
        List<GroupAccuracy> shown = new ArrayList<>();
        for (String group : groups.keySet()) {
            NoisedFigure people = figures.next();
            NoisedFigure sum = figures.next();
            if (level.showsOneOfMany(people)) {
                Sums sums = ReleasedSums.of(people, sum, 1);
                double half = NORMAL_95 * Math.sqrt(sums.variance() / sums.n());
                shown.add(new GroupAccuracy(
                        trait, group, people.whole(), sums.mean(), sums.mean() - half, sums.mean() + half));
            }
        }
        return shown.size() < 2 ? List.of() : shown;
    }
}
