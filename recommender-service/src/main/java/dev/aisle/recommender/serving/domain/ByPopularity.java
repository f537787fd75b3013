package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model's products by popularity, the most popular first: all of them, those of each leaf category, and those of each brand. Only products that were on
 * the shelf. 12 bytes a product.
 */
public final class ByPopularity {
    /** The best sellers that make this share of the demand are the head; the rest is the long tail. */
    private static final double HEAD_SHARE = 0.8;

    private static final int[] NONE = {};

    private final float[] scores;
    private final int[] all;
    private final Map<Category, int[]> ofCategory;
    private final Map<String, int[]> ofBrand;
    private final BitSet head;
    private final double total;

    private ByPopularity(
            float[] scores, int[] all, Map<Category, int[]> ofCategory, Map<String, int[]> ofBrand, BitSet head) {
        this.scores = scores;
        this.all = all;
        this.ofCategory = ofCategory;
        this.ofBrand = ofBrand;
        this.head = head;
        this.total = total(all, scores);
    }

    /**
     * Orders products.
     *
     * @param scores one a product, not copied
     * @param products {@code null} where there is none
     */
    public static ByPopularity of(float[] scores, @Nullable CatalogueItem[] products) {
        long[] keys = new long[scores.length];
        int count = 0;
        for (int item = 0; item < scores.length; item++) {
            if (products[item] != null) {
                keys[count++] = BestKeys.key(item, scores[item]);
            }
        }
        Arrays.sort(keys, 0, count);
        int[] all = new int[count];
        for (int place = 0; place < count; place++) {
            all[place] = BestKeys.index(keys[count - 1 - place]);
        }
        return new ByPopularity(
                scores,
                all,
                grouped(all, products, CatalogueItem::category),
                grouped(all, products, CatalogueItem::brand),
                head(all, scores));
    }

    private static <K> Map<K, int[]> grouped(
            int[] all, @Nullable CatalogueItem[] products, Function<CatalogueItem, @Nullable K> property) {
        Map<K, int[]> into = new HashMap<>();
        Map<K, int[]> sizes = new HashMap<>();
        for (int item : all) {
            CatalogueItem product = products[item];
            K key = product == null ? null : property.apply(product);
            if (key != null) {
                int[] size = sizes.computeIfAbsent(key, added -> new int[1]);
                int[] list = into.getOrDefault(key, NONE);
                if (list.length == size[0]) {
                    list = Arrays.copyOf(list, Math.max(4, 2 * size[0]));
                    into.put(key, list);
                }
                list[size[0]++] = item;
            }
        }
        into.replaceAll((key, list) -> Arrays.copyOf(list, sizes.getOrDefault(key, new int[1])[0]));
        return into;
    }

    private static double total(int[] all, float[] scores) {
        double sum = 0;
        for (int item : all) {
            sum += scores[item];
        }
        return sum;
    }

    private static BitSet head(int[] all, float[] scores) {
        double sum = total(all, scores);
        BitSet head = new BitSet();
        double reached = 0;
        for (int place = 0; place < all.length && reached < HEAD_SHARE * sum; place++) {
            head.set(all[place]);
            reached += scores[all[place]];
        }
        return head;
    }

    /** All products; not a copy. */
    public int[] all() {
        return all;
    }

    /** Those of a leaf category; not a copy. */
    public int[] of(Category category) {
        return ofCategory.getOrDefault(category, NONE);
    }

    /** Those of a brand; not a copy. */
    public int[] of(String brand) {
        return ofBrand.getOrDefault(brand, NONE);
    }

    /** The leaf categories that have products. */
    public Iterable<Category> categories() {
        return ofCategory.keySet();
    }

    /** The popularity of a product. */
    public float score(int item) {
        return scores[item];
    }

    /** The popularity of the most popular product; 0 when there is none. */
    public float greatest() {
        return all.length == 0 ? 0 : scores[all[0]];
    }

    /** The popularity of all products together. */
    public double total() {
        return total;
    }

    /** Whether a product is outside the best sellers that together make 80 % of the demand. */
    public boolean isTail(int item) {
        return item < 0 || !head.get(item);
    }
}
