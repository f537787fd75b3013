package dev.aisle.algorithms.content;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;

/**
 * What most people took, by category, brand or any other attribute: {@code score(i) = people_i · (w_g + 1) / (W + groups)}, where w_g is the
 * weight of the items in the history that have the item's value, W that of all. So a new person gets the popular items, and everybody else those
 * of the values he or she took. Memory: 8 bytes an item, nothing a person.
 *
 * @param content of the items of the train that it will be fitted on
 * @param attribute whose values count; an item without one is a group of its own, one with several counts by the first
 */
public record PopularityByValue(ItemContent content, String attribute) implements Algorithm {
    @Override
    public String name() {
        return "popularity-by-" + attribute;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the content is of another number of items
     */
    @Override
    public Model fit(Interactions train, Progress progress) {
        if (train.itemCount() != content.itemCount()) {
            throw new IllegalArgumentException(
                    name() + ": " + train.itemCount() + " items, but the content of " + content.itemCount());
        }
        int[] groups = new int[train.itemCount()];
        Interactions counts = content.counts();
        for (int item = 0; item < groups.length; item++) {
            groups[item] = content.terms().size() + item;
            for (int p = counts.start(item + 1) - 1; p >= counts.start(item); p--) {
                ItemContent.Term term = content.terms().get(counts.item(p));
                groups[item] = !term.word() && term.field().equals(attribute) ? counts.item(p) : groups[item];
            }
        }
        progress.step(1, 1);
        return new Groups(renumbered(groups), train.usersPerItem());
    }

    private static int[] renumbered(int[] groups) {
        int[] sorted = Arrays.stream(groups).distinct().sorted().toArray();
        return Arrays.stream(groups)
                .map(group -> Arrays.binarySearch(sorted, group))
                .toArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
    private record Groups(int[] groups, int[] people) implements Model {
        @Override
        public int itemCount() {
            return groups.length;
        }

        @Override
        public void score(History history, float[] into) {
            int count = 1 + Arrays.stream(groups).max().orElse(0);
            double[] weights = new double[count];
            double all = 0;
            for (int place = 0; place < history.size(); place++) {
                if (history.item(place) < groups.length) {
                    weights[groups[history.item(place)]] += history.weight(place);
                    all += history.weight(place);
                }
            }
            for (int item = 0; item < into.length; item++) {
                into[item] = (float) (people[item] * (weights[groups[item]] + 1) / (all + count));
            }
        }
    }
}
