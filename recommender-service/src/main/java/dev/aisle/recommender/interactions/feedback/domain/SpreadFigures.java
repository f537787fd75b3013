package dev.aisle.recommender.interactions.feedback.domain;

import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.recommender.interactions.feedback.domain.Spread.BrandShare;
import dev.aisle.recommender.interactions.feedback.domain.Spread.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a spread as the guard takes them, and the spread that released figures make. Which figures there are depends on the catalogue alone. */
public final class SpreadFigures {
    /** How much one person changes the figures of a whole, in figures: by level, by brand, and five sums. */
    public static final int TOUCHED = 7;

    /** The same of all parts together. */
    static final int TOUCHED_BY_PARTS = 6;

    private static final int MOST_BRANDS = 50;
    private static final double HUNDREDTHS = 100;

    private final OnSale products;
    private final GuardLevel level;
    private final Limits limits;

    /** Figures of the products of a catalogue. */
    public SpreadFigures(OnSale products, GuardLevel level, Limits limits) {
        this.products = products;
        this.level = level;
        this.limits = limits;
    }

    /** The figures of a whole, without the number of its people. */
    public static List<Figure> whole(SpreadTally tally) {
        List<Figure> figures = new ArrayList<>();
        Arrays.stream(tally.whole().byLevel()).forEach(sum -> figures.add(new Figure(sum, 1)));
        Arrays.stream(tally.whole().byBrand()).forEach(sum -> figures.add(new Figure(sum, 1)));
        figures.addAll(sums(tally.whole()));
        return figures;
    }

    /** The figures of the parts. */
    static List<Figure> parts(SpreadTally tally) {
        List<Figure> figures = new ArrayList<>();
        for (Weights part : tally.parts()) {
            figures.add(new Figure(part.total(), 1));
            figures.addAll(sums(part));
        }
        return figures;
    }

    private static List<Figure> sums(Weights weights) {
        return List.of(
                new Figure(weights.covered(), Weights.MOST_COVERED),
                new Figure(weights.concentration(), 1),
                new Figure(weights.tail(), 1),
                new Figure(weights.differentPairs(), 1),
                new Figure(weights.lists(), 1));
    }

    /** The spread of a whole, from its people and the released figures that come next. */
    public Spread whole(NoisedFigure people, Iterator<NoisedFigure> figures) {
        Map<String, Double> levels = new TreeMap<>();
        OnSale.LEVELS.forEach(name -> levels.put(name, share(figures.next(), people)));
        List<BrandShare> brands = new ArrayList<>();
        for (int brand = 0; brand < products.brands().size(); brand++) {
            NoisedFigure figure = figures.next();
            if (level.showsOneOfMany(figure)) {
                brands.add(new BrandShare(products.brands().get(brand), share(figure, people), products.share(brand)));
            }
        }
        brands.sort(
                Comparator.comparingDouble(BrandShare::ofExposures).reversed().thenComparing(BrandShare::brand));
        return spread(
                people, figures, levels, brands.stream().limit(MOST_BRANDS).toList());
    }

    /** The spread of a part, from the released figures that come next; empty when too few people were shown anything in it. */
    Optional<Spread> part(Iterator<NoisedFigure> figures) {
        NoisedFigure people = figures.next();
        Spread spread = spread(people, figures, Map.of(), List.of());
        return level.shows(people) ? Optional.of(spread) : Optional.empty();
    }

    private Spread spread(
            NoisedFigure people, Iterator<NoisedFigure> figures, Map<String, Double> levels, List<BrandShare> brands) {
        NoisedFigure covered = figures.next();
        double gini = share(figures.next(), people);
        double tail = share(figures.next(), people);
        NoisedFigure different = figures.next();
        NoisedFigure lists = figures.next();
        double plusMinus = Math.ceil(HUNDREDTHS * 2 * people.deviation() / Math.max(1, people.value())) / HUNDREDTHS;
        return new Spread(
                people.whole(),
                plusMinus,
                share(new NoisedFigure(covered.value() / Weights.COVERED_FROM, covered.deviation()), people),
                gini,
                diversity(different, lists),
                tail,
                levels,
                brands,
                alarms(tail + plusMinus, brands, plusMinus));
    }

    private @Nullable Double diversity(NoisedFigure different, NoisedFigure lists) {
        return level.shows(lists) ? Double.valueOf(share(different, lists)) : null;
    }

    /** More digits than hundredths would look surer than the noise leaves them. */
    private static double share(NoisedFigure part, NoisedFigure whole) {
        double share = whole.value() <= 0 ? 0 : part.value() / whole.value();
        return Math.rint(HUNDREDTHS * Math.clamp(share, 0.0, 1.0)) / HUNDREDTHS;
    }

    /** Limits that were passed by more than the noise. */
    private List<String> alarms(double mostTail, List<BrandShare> brands, double plusMinus) {
        List<String> alarms = new ArrayList<>();
        if (mostTail < limits.tailShareAtLeast()) {
            alarms.add(String.format(
                    Locale.ROOT,
                    "products outside the most shown fifth have at most %.0f %% of the exposures, at least %.0f %% are wanted",
                    HUNDREDTHS * mostTail,
                    HUNDREDTHS * limits.tailShareAtLeast()));
        }
        for (BrandShare brand : brands) {
            if ((brand.ofExposures() - plusMinus) / brand.ofCatalogue() > limits.brandLiftAtMost()) {
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
