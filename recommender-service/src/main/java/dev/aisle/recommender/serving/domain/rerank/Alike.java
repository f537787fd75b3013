package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Similarity;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How alike products are: the cosine of what they have, one each for every node of the category path, the brand, the level of the price and the
 * group of variants. A cosine, so it is positive semi-definite. What has nothing is like nothing.
 */
final class Alike implements Similarity {
    private final int[][] features;

    Alike(List<Candidate> candidates) {
        Map<Object, Integer> numbers = new HashMap<>();
        this.features = new int[candidates.size()][];
        for (int n = 0; n < features.length; n++) {
            features[n] = featuresOf(candidates.get(n).product(), numbers);
        }
    }

    private static int[] featuresOf(CatalogueItem product, Map<Object, Integer> numbers) {
        int[] found = new int[depth(product.category()) + 3];
        int count = 0;
        for (Category node = product.category(); node != null; node = node.parent()) {
            found[count++] = number(node, numbers);
        }
        if (!product.brand().isEmpty()) {
            found[count++] = number("brand " + product.brand(), numbers);
        }
        if (product.price() != null) {
            found[count++] = number("price " + Groups.priceLevel(product.price()), numbers);
        }
        if (!product.groupId().isEmpty()) {
            found[count++] = number("group " + product.groupId(), numbers);
        }
        int[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int depth(@Nullable Category leaf) {
        int depth = 0;
        for (Category node = leaf; node != null; node = node.parent()) {
            depth++;
        }
        return depth;
    }

    private static int number(Object feature, Map<Object, Integer> numbers) {
        return numbers.computeIfAbsent(feature, added -> numbers.size());
    }

    @Override
    public double of(int a, int b) {
        int[] first = features[a];
        int[] second = features[b];
        if (first.length == 0 || second.length == 0) {
            return a == b ? 1 : 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < first.length && j < second.length; ) {
            if (first[i] == second[j]) {
                common++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common / Math.sqrt((double) first.length * second.length);
    }
}
