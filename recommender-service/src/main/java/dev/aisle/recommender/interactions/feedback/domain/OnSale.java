package dev.aisle.recommender.interactions.feedback.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.Shelf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The products on sale as they are now, by brand and by price level. Depends on the catalogue and on nobody. */
public final class OnSale {
    /** Thirds of the products of a currency by price. */
    static final List<String> LEVELS = List.of("low", "middle", "high");

    private static final int NONE = -1;

    private final Shelf shelf;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] levelOf;
    private final int[] brandOf;
    private final List<String> brands;
    private final int[] sizes;

    /** The products of a shelf that can be had. */
    public OnSale(Shelf shelf) {
        this.shelf = shelf;
        List<CatalogueItem> items =
                shelf.all().filter(item -> item.sale() != Sale.NO).toList();
        items.forEach(item -> places.put(item.productId(), places.size()));
        this.brands = items.stream()
                .map(CatalogueItem::brand)
                .filter(brand -> !brand.isEmpty())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        brands.forEach(brand -> numbers.put(brand, numbers.size()));
        this.sizes = new int[brands.size()];
        this.brandOf = items.stream()
                .mapToInt(item -> numbers.getOrDefault(item.brand(), NONE))
                .toArray();
        Arrays.stream(brandOf).filter(brand -> brand != NONE).forEach(brand -> sizes[brand]++);
        this.levelOf = levels(items);
    }

    /** Products without a price are on no level. */
    private int[] levels(List<CatalogueItem> items) {
        Map<String, List<CatalogueItem>> byCurrency = new TreeMap<>();
        for (CatalogueItem item : items) {
            Price price = item.price();
            if (price != null) {
                byCurrency
                        .computeIfAbsent(price.currency(), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        int[] levels = new int[items.size()];
        Arrays.fill(levels, NONE);
        byCurrency.values().forEach(priced -> {
            priced.sort(Comparator.comparing(OnSale::amount).thenComparing(CatalogueItem::productId));
            for (int rank = 0; rank < priced.size(); rank++) {
                levels[place(priced.get(rank).productId())] = rank * LEVELS.size() / priced.size();
            }
        });
        return levels;
    }

    private static BigDecimal amount(CatalogueItem item) {
        Price price = item.price();
        return price == null ? BigDecimal.ZERO : price.amount();
    }

    int size() {
        return places.size();
    }

    /** The product's number, from 0; −1 when it isn't on sale. */
    int place(String productId) {
        return places.getOrDefault(productId, NONE);
    }

    /** What makes two products of a list alike; of a product without a category nothing is known that another could share. */
    Object kind(String productId) {
        CatalogueItem item = shelf.get(productId);
        return item == null || item.category() == null ? productId : item.category();
    }

    /** All brands, sorted. */
    public List<String> brands() {
        return brands;
    }

    /** The brand's share of the products. */
    double share(int brand) {
        return (double) sizes[brand] / size();
    }

    /** Sums of the products' weights by price level. */
    double[] byLevel(double[] weights) {
        return sums(weights, levelOf, LEVELS.size());
    }

    /** Sums of the products' weights by brand. */
    double[] byBrand(double[] weights) {
        return sums(weights, brandOf, brands.size());
    }

    private static double[] sums(double[] weights, int[] groupOf, int groups) {
        double[] sums = new double[groups];
        for (int place = 0; place < weights.length; place++) {
            if (groupOf[place] != NONE) {
                sums[groupOf[place]] += weights[place];
            }
        }
        return sums;
    }
}
