package dev.aisle.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** All shoppers, made from the seed. */
final class Population {
    private static final List<CouponResponse> RESPONSES = List.of(CouponResponse.values());
    /** Below 1, so that a person likes a few kinds much and the others hardly. */
    private static final double TASTE_SHAPE = 0.25;

    private Population() {}

    static List<Shopper> of(ShopSettings settings, List<Kind> kinds) {
        return IntStream.range(0, settings.shoppers())
                .mapToObj(number -> shopper(number, kinds, Dice.at(settings.seed(), "shopper", number)))
                .toList();
    }

    private static Shopper shopper(int number, List<Kind> kinds, Dice dice) {
        return new Shopper(
                String.format(Locale.ROOT, "c%05d", number + 1),
                String.format(Locale.ROOT, "anon-%05d", number + 1),
                tastes(kinds, dice),
                likings(dice),
                Math.abs(dice.normal()) * 0.6,
                0.08 + 0.12 * dice.exponential(),
                dice.pick(RESPONSES));
    }

    /** Shares of the kinds: exponentials to a power above 1, normalised, which makes few of them large. */
    private static Map<Kind, Double> tastes(List<Kind> kinds, Dice dice) {
        var raw = new EnumMap<Kind, Double>(Kind.class);
        kinds.forEach(kind -> raw.put(kind, Math.pow(dice.exponential() + 1e-3, 1 / TASTE_SHAPE)));
        var sum = raw.values().stream().mapToDouble(Double::doubleValue).sum();
        raw.replaceAll((_, value) -> value / sum);
        return raw;
    }

    private static Map<Brand, Double> likings(Dice dice) {
        var all = new EnumMap<Brand, Double>(Brand.class);
        for (var brand : Brand.values()) {
            all.put(brand, dice.normal());
        }
        return all;
    }
}
