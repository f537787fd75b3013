package dev.aisle.simulator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The simulated shop: its products, its shoppers with the truth about them, and what they do. */
public final class Shop {
    private final ShopSettings settings;
    private final Assortment assortment;
    private final List<Shopper> shoppers;

    public Shop(ShopSettings settings) {
        this.settings = settings;
        this.assortment = new Assortment(settings);
        this.shoppers = Population.of(settings, assortment.kinds());
    }

    public List<Product> products() {
        return assortment.all();
    }

    public List<Shopper> shoppers() {
        return shoppers;
    }

    /** Everything that happens, in the order of time; made day by day while it is read. */
    public Stream<ShopEvent> events() {
        return IntStream.range(0, settings.days()).boxed().flatMap(this::day);
    }

    private Stream<ShopEvent> day(int number) {
        var day = settings.firstDay().plusDays(number);
        return IntStream.range(0, shoppers.size())
                .boxed()
                .flatMap(shopper -> visits(shopper, day))
                .sorted(Comparator.comparing((ShopEvent event) -> event.origin().at())
                        .thenComparing(event -> event.origin().id()));
    }

    private Stream<ShopEvent> visits(int shopperNumber, LocalDate day) {
        var shopper = shoppers.get(shopperNumber);
        var dice = Dice.at(settings.seed(), "visit", shopperNumber, day.toEpochDay());
        var demand = Season.visits(day) * averageSeason(shopper, day);
        var count = dice.poisson(shopper.sessionsPerDay() * demand);
        return IntStream.range(0, shopper.isRegular() ? Math.max(1, count) : count)
                .boxed()
                .flatMap(
                        visit -> new Visit(shopper, assortment, day, visit, dice).play(settings.couponRate()).stream());
    }

    /** Someone who likes candles comes more often in December. */
    private static double averageSeason(Shopper shopper, LocalDate day) {
        return shopper.kinds().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(taste -> taste.getValue() * taste.getKey().season().factor(day))
                .sum();
    }
}
