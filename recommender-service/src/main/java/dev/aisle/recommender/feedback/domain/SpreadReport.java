package dev.aisle.recommender.feedback.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.domain.Price;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.feedback.domain.Spread.BrandShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Works out how exposures spread, over the products on sale as they are now. Products that are gone count nothing. */
public final class SpreadReport {
    private static final int MOST_BRANDS = 50;
    private static final double HEAD = 0.2;
    private static final List<String> LEVELS = List.of("low", "middle", "high");

    private final List<CatalogueItem> onSale;
    private final Map<String, Long> peopleOf;
    private final long everybody;
    private final Limits limits;

    /**
     * When to raise an alarm.
     *
     * @param tailShareAtLeast of the exposures
     * @param brandLiftAtMost share of the exposures / share of the catalogue
     */
    public record Limits(double tailShareAtLeast, double brandLiftAtMost) {}

    /**
     * A report on the products of a shelf.
     *
     * @param peopleOf product id → how many people have dealt with it
     * @param everybody how many people have dealt with any
     */
    public SpreadReport(Shelf shelf, Map<String, Long> peopleOf, long everybody, Limits limits) {
        this.onSale = shelf.all().filter(item -> item.sale() != Sale.NO).toList();
        this.peopleOf = Map.copyOf(peopleOf);
        this.everybody = everybody;
        this.limits = limits;
    }

    /**
     * The spread of what was shown.
     *
     * @param people to whom it was shown
     * @param diversity of the lists
     */
    public Spread of(List<ShownProduct> shown, long people, double diversity) {
        Map<String, Long> times = new HashMap<>();
        shown.forEach(product -> times.put(product.productId(), product.times()));
        long[] counts = onSale.stream()
                .mapToLong(item -> times.getOrDefault(item.productId(), 0L))
                .toArray();
        double total = Arrays.stream(counts).sum();
        double tail = total == 0 ? 0 : tailOf(counts) / total;
        Map<String, Double> levels = shares(counts, total, priceLevels());
        List<BrandShare> brands = brands(counts, total);
        return new Spread(
                people,
                onSale.isEmpty()
                        ? 0
                        : (double) Arrays.stream(counts).filter(n -> n > 0).count() / onSale.size(),
                gini(counts, total),
                novelty(counts, total),
                diversity,
                tail,
                levels,
                brands,
                alarms(total, tail, brands));
    }

    /** Σ (2 i − n − 1) c_i / (n Σ c), counts ascending, i from 1. */
    private static double gini(long[] counts, double total) {
        long[] ascending = counts.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
        }
        return total == 0 ? 0 : sum / (ascending.length * total);
    }

    /** A product that nobody has dealt with counts as if one person had. */
    private double novelty(long[] counts, double total) {
        double bits = 0;
        for (int i = 0; i < counts.length; i++) {
            long people = Math.max(1, peopleOf.getOrDefault(onSale.get(i).productId(), 0L));
            bits -= counts[i] * Math.log((double) people / Math.max(everybody, people)) / Math.log(2);
        }
        return total == 0 ? 0 : bits / total;
    }

    private double tailOf(long[] counts) {
        List<Integer> byPopularity = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            byPopularity.add(i);
        }
        byPopularity.sort(Comparator.<Integer>comparingLong(
                        i -> -peopleOf.getOrDefault(onSale.get(i).productId(), 0L))
                .thenComparing(i -> onSale.get(i).productId()));
        double tail = 0;
        for (int place = (int) Math.ceil(HEAD * counts.length); place < counts.length; place++) {
            tail += counts[byPopularity.get(place)];
        }
        return tail;
    }

    /** Thirds of the products of each currency; those without a price are in none. */
    private Map<String, String> priceLevels() {
        Map<String, List<CatalogueItem>> byCurrency = new TreeMap<>();
        for (CatalogueItem item : onSale) {
            Price price = item.price();
            if (price != null) {
                byCurrency
                        .computeIfAbsent(price.currency(), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        Map<String, String> levels = new HashMap<>();
        byCurrency.values().forEach(items -> {
            items.sort(Comparator.comparing(SpreadReport::amount).thenComparing(CatalogueItem::productId));
            for (int place = 0; place < items.size(); place++) {
                levels.put(items.get(place).productId(), LEVELS.get(place * LEVELS.size() / items.size()));
            }
        });
        return levels;
    }

    private static BigDecimal amount(CatalogueItem item) {
        Price price = item.price();
        return price == null ? BigDecimal.ZERO : price.amount();
    }

    private Map<String, Double> shares(long[] counts, double total, Map<String, String> levelOf) {
        return sums(counts, total, item -> levelOf.getOrDefault(item.productId(), ""));
    }

    private Map<String, Double> sums(long[] counts, double total, Function<CatalogueItem, String> group) {
        Map<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            String name = group.apply(onSale.get(i));
            if (!name.isEmpty() && total > 0) {
                sums.merge(name, counts[i] / total, Double::sum);
            }
        }
        return sums;
    }

    private List<BrandShare> brands(long[] counts, double total) {
        Map<String, Long> products = new HashMap<>();
        onSale.forEach(item -> products.merge(item.brand(), 1L, Long::sum));
        return sums(counts, total, CatalogueItem::brand).entrySet().stream()
                .filter(brand -> brand.getValue() > 0)
                .map(brand -> new BrandShare(
                        brand.getKey(),
                        brand.getValue(),
                        (double) products.getOrDefault(brand.getKey(), 0L) / onSale.size()))
                .sorted(Comparator.comparingDouble(BrandShare::ofExposures)
                        .reversed()
                        .thenComparing(BrandShare::brand))
                .limit(MOST_BRANDS)
                .toList();
    }

    private List<String> alarms(double total, double tail, List<BrandShare> brands) {
        List<String> alarms = new ArrayList<>();
        if (total > 0 && tail < limits.tailShareAtLeast()) {
            alarms.add(String.format(
                    Locale.ROOT,
                    "products outside the most popular fifth have %.0f %% of the exposures, at least %.0f %% are wanted",
                    100 * tail,
                    100 * limits.tailShareAtLeast()));
        }
        for (BrandShare brand : brands) {
            if (brand.lift() > limits.brandLiftAtMost()) {
                alarms.add(String.format(
                        Locale.ROOT,
                        "%s has %.0f times its share of the catalogue, at most %.1f are wanted",
                        brand.brand(),
                        brand.lift(),
                        limits.brandLiftAtMost()));
            }
        }
        return alarms;
    }
}
