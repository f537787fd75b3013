package dev.aisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.simulator.ShopEvent.CouponShown;
import dev.aisle.simulator.ShopEvent.Ordered;
import dev.aisle.simulator.ShopEvent.ProductViewed;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    void theSameSeedGivesTheSameStream() {
        var settings = new ShopSettings(7, 80, 50, NEW_YEAR, 20, 0.3);

        var first = new Shop(settings).events().toList();
        var second = new Shop(settings).events().toList();

        assertThat(first).isNotEmpty().isEqualTo(second);
    }

    @Test
    void anotherSeedGivesAnotherStream() {
        var one = new Shop(new ShopSettings(1, 80, 50, NEW_YEAR, 20, 0.3));
        var other = new Shop(new ShopSettings(2, 80, 50, NEW_YEAR, 20, 0.3));

        assertThat(one.events().toList()).isNotEqualTo(other.events().toList());
    }

    @Test
    void eventsComeInTheOrderOfTimeWithUniqueIds() {
        var events = new Shop(new ShopSettings(7, 80, 50, NEW_YEAR, 20, 0.3))
                .events()
                .toList();

        assertThat(events.stream().map(event -> event.origin().at())).isSorted();
        assertThat(events.stream().map(event -> event.origin().id())).doesNotHaveDuplicates();
    }

    @Test
    void theStreamIsMadeWhileItIsRead() {
        var centuries = new Shop(new ShopSettings(7, 80, 50, NEW_YEAR, 1_000_000, 0.3));

        assertThat(centuries.events().limit(100)).hasSize(100);
    }

    @Test
    void aRegularLooksAtSomethingWithTheirNameOnEveryDay() {
        var days = 1_500;
        var shop = new Shop(new ShopSettings(20_261_125, 80, 60, LocalDate.of(2026, 11, 1), days, 0.3));

        var seen = shop.events()
                .filter(event ->
                        event instanceof ProductViewed && event.origin().loggedIn())
                .collect(Collectors.groupingBy(
                        event -> event.origin().shopper().id(),
                        Collectors.mapping(
                                event -> event.origin()
                                        .at()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate(),
                                Collectors.toSet())));

        assertThat(Regular.values())
                .allSatisfy(regular -> assertThat(seen.getOrDefault(regular.id(), Set.of()))
                        .as(regular.title())
                        .hasSize(days));
    }

    @Test
    void tastesShowInWhatIsViewed() {
        var shop = new Shop(new ShopSettings(7, 160, 200, NEW_YEAR, 120, 0));
        var views = views(shop);

        var share = shop.shoppers().stream()
                .filter(shopper -> views.getOrDefault(shopper, List.of()).size() >= 20)
                .mapToDouble(shopper -> shareOfFavourite(shopper, views.getOrDefault(shopper, List.of())))
                .average()
                .orElseThrow();

        var chanceOfOneKind = 1.0 / Kind.values().length;
        assertThat(share).isGreaterThan(5 * chanceOfOneKind);
    }

    private static Map<Shopper, List<Product>> views(Shop shop) {
        return shop.events()
                .filter(ProductViewed.class::isInstance)
                .map(ProductViewed.class::cast)
                .collect(Collectors.groupingBy(
                        view -> view.origin().shopper(),
                        Collectors.mapping(ProductViewed::product, Collectors.toList())));
    }

    private static double shareOfFavourite(Shopper shopper, List<Product> views) {
        var hits = views.stream()
                .filter(product -> product.kind() == shopper.favourite())
                .count();
        return (double) hits / views.size();
    }

    @Test
    void thePriceSensitiveLookAtCheaperThings() {
        var shop = new Shop(new ShopSettings(7, 320, 400, NEW_YEAR, 60, 0));
        var views = views(shop);

        var sensitive = relativePrice(views, shopper -> shopper.priceSensitivity() > 0.8);
        var indifferent = relativePrice(views, shopper -> shopper.priceSensitivity() < 0.2);

        assertThat(sensitive).isLessThan(0.9 * indifferent);
    }

    private static double relativePrice(Map<Shopper, List<Product>> views, Function<Shopper, Boolean> chosen) {
        return views.entrySet().stream()
                .filter(entry -> chosen.apply(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .mapToDouble(product ->
                        (double) product.price().minorUnits() / product.kind().typicalCents())
                .average()
                .orElseThrow();
    }

    /** Coupons are shown by chance, so the plain difference of order shares estimates the known effect. */
    @Test
    void theEffectOfCouponsIsFoundAgain() {
        var shop = new Shop(new ShopSettings(7, 160, 600, NEW_YEAR, 200, 0.5));
        var carts = new HashMap<String, ShopEvent.Origin>();
        var shown = new HashSet<String>();
        var ordered = new HashSet<String>();
        shop.events().forEach(event -> {
            switch (event) {
                case ShopEvent.AddedToCart added -> carts.put(added.origin().session(), added.origin());
                case CouponShown coupon -> shown.add(coupon.origin().session());
                case Ordered order -> ordered.add(order.origin().session());
                case ShopEvent.Searched _, ShopEvent.ListViewed _, ProductViewed _ -> {}
            }
        });

        for (var response : CouponResponse.values()) {
            var sessions = carts.values().stream()
                    .filter(origin -> origin.shopper().coupon() == response)
                    .map(ShopEvent.Origin::session)
                    .collect(Collectors.partitioningBy(shown::contains));
            var with = share(sessions.get(true), ordered);
            var without = share(sessions.get(false), ordered);
            assertThat(with - without).as("%s", response).isCloseTo(response.effect(), within(0.05));
        }
    }

    private static double share(List<String> sessions, Set<String> ordered) {
        return sessions.stream()
                .mapToDouble(session -> ordered.contains(session) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void seedsSellInSpringAndCandlesBeforeChristmas() {
        var shop = new Shop(new ShopSettings(7, 160, 400, NEW_YEAR, 365, 0));

        assertThat(viewsOf(shop, Kind.SEEDS, Month.APRIL))
                .isGreaterThan(3 * viewsOf(shop, Kind.SEEDS, Month.SEPTEMBER) / 2);
        assertThat(viewsOf(shop, Kind.CANDLES, Month.DECEMBER))
                .isGreaterThan(3 * viewsOf(shop, Kind.CANDLES, Month.JUNE) / 2);
    }

    private static long viewsOf(Shop shop, Kind kind, Month month) {
        return shop.events()
                .filter(event ->
                        event instanceof ProductViewed view && view.product().kind() == kind)
                .filter(event -> event.origin().at().atZone(ZoneOffset.UTC).getMonth() == month)
                .count();
    }

    @Test
    void anOrderAddsUpItsLines() {
        var orders = new Shop(new ShopSettings(7, 80, 50, NEW_YEAR, 30, 0.3))
                .events()
                .filter(Ordered.class::isInstance)
                .map(Ordered.class::cast)
                .toList();

        assertThat(orders)
                .isNotEmpty()
                .allSatisfy(order -> assertThat(order.total().minorUnits())
                        .isEqualTo(order.lines().stream()
                                .mapToLong(line -> line.product().price().minorUnits() * line.quantity())
                                .sum()));
    }

    @Test
    void aShopWithoutProductsIsRefused() {
        assertThatThrownBy(() -> new ShopSettings(1, 0, 1, NEW_YEAR, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShopSettings(1, 1, 1, NEW_YEAR, 1, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }
}
