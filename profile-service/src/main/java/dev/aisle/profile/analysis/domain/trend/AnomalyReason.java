package dev.aisle.profile.analysis.domain.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What made the difference. A measure is a product: revenue is orders times revenue of an order, orders are people times orders of a
 * person. The factor that is furthest (in logarithms) from what trend and season let expect is the reason.
 *
 * @param driver the factor: {@code people}, {@code orders per person}, …; null when none of them is known
 * @param times how many times as much of it there was as expected; null without a driver
 * @param wholeShop whether the whole shop's number was off in the same direction by more than a tenth, so that it isn't the category
 * @param text the same in a sentence
 */
public record AnomalyReason(
        @Nullable String driver, @Nullable Double times, boolean wholeShop, String text) {
    private static final double MUCH = 0.1;

    private record Factor(String name, double times) {
        double distance() {
            return Math.abs(Math.log(times));
        }
    }

    static AnomalyReason of(Expectations expectations, String category, Measure measure, int span) {
        Factor driver = factors(expectations, category, measure, span).stream()
                .max(Comparator.comparingDouble(Factor::distance))
                .orElse(null);
        boolean shop = !category.equals(TrendDisclosure.ALL)
                && sameWay(
                        expectations.times(category, measure, span),
                        expectations.times(TrendDisclosure.ALL, measure, span));
        String where = shop ? "; the whole shop is off the same way" : "";
        return driver == null
                ? new AnomalyReason(null, null, shop, "no part of it stands out" + where)
                : new AnomalyReason(
                        driver.name(),
                        driver.times(),
                        shop,
                        String.format(Locale.ROOT, "%.2f times the usual %s%s", driver.times(), driver.name(), where));
    }

    private static List<Factor> factors(Expectations expectations, String category, Measure measure, int span) {
        List<Factor> factors = new ArrayList<>();
        OptionalDouble own = expectations.times(category, measure, span);
        OptionalDouble people = expectations.times(category, Measure.PEOPLE, span);
        OptionalDouble orders = expectations.times(category, Measure.PURCHASES, span);
        switch (measure) {
            case PEOPLE -> add(factors, "people", own, OptionalDouble.of(1));
            case VIEWS -> {
                add(factors, "people", people, OptionalDouble.of(1));
                add(factors, "views per person", own, people);
            }
            case PURCHASES -> {
                add(factors, "people", people, OptionalDouble.of(1));
                add(factors, "orders per person", own, people);
            }
            case UNITS, REVENUE -> {
                add(factors, "people", people, OptionalDouble.of(1));
                add(factors, "orders per person", orders, people);
                add(factors, measure == Measure.UNITS ? "pieces per order" : "revenue per order", own, orders);
            }
        }
        return factors;
    }

    private static void add(List<Factor> factors, String name, OptionalDouble some, OptionalDouble by) {
        if (some.isPresent() && by.isPresent() && some.getAsDouble() > 0 && by.getAsDouble() > 0) {
            factors.add(new Factor(name, some.getAsDouble() / by.getAsDouble()));
        }
    }

    private static boolean sameWay(OptionalDouble own, OptionalDouble shop) {
        return own.isPresent()
                && shop.isPresent()
                && Math.abs(shop.getAsDouble() - 1) > MUCH
                && (own.getAsDouble() > 1) == (shop.getAsDouble() > 1);
    }
}
