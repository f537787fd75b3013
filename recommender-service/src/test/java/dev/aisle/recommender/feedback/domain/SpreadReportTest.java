package dev.aisle.recommender.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.domain.ItemTraits;
import dev.aisle.recommender.catalog.domain.Price;
import dev.aisle.recommender.catalog.domain.Shelf;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked out by hand: six products of three prices, of which three are shown 6, 3 and 1 times. */
class SpreadReportTest {
    private static final Shelf SHELF = new Shelf() {
        private final List<CatalogueItem> items = List.of(
                item("a", "Big", 100),
                item("b", "Big", 200),
                item("c", "Small", 300),
                item("d", "Small", 400),
                item("e", "Small", 500),
                item("f", "", 600));

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public @Nullable CatalogueItem get(String id) {
            return items.stream()
                    .filter(item -> item.productId().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Stream<CatalogueItem> all() {
            return items.stream();
        }
    };

    private static CatalogueItem item(String id, String brand, long cents) {
        return new CatalogueItem(id, id, null, brand, new Price(cents, "EUR"), "", "", Sale.NOW, ItemTraits.NONE);
    }

    private static Spread spread(double tailShareAtLeast, double brandLiftAtMost) {
        SpreadReport report = new SpreadReport(
                SHELF,
                Map.of("a", 8L, "b", 4L, "c", 2L),
                16,
                new SpreadReport.Limits(tailShareAtLeast, brandLiftAtMost));
        return report.of(
                List.of(
                        new ShownProduct("a", 6),
                        new ShownProduct("b", 3),
                        new ShownProduct("e", 1),
                        new ShownProduct("gone", 7)),
                20,
                0.5);
    }

    @Test
    void theFiguresAreThoseOfTheFormulas() {
        Spread spread = spread(0, 100);

        assertThat(spread.coverage()).isEqualTo(0.5);
        // ascending 0 0 0 1 3 6: (-5·0 -3·0 -1·0 +1·1 +3·3 +5·6) / (6·10)
        assertThat(spread.gini()).isCloseTo(40.0 / 60, within(1e-12));
        // 6·log2(16/8) + 3·log2(16/4) + 1·log2(16/1), over 10
        assertThat(spread.novelty()).isCloseTo((6 * 1 + 3 * 2 + 1 * 4) / 10.0, within(1e-12));
        // the most popular fifth of six, rounded up: a and b
        assertThat(spread.tailShare()).isCloseTo(0.1, within(1e-12));
        assertThat(spread.priceLevels().get("low")).isCloseTo(0.9, within(1e-12));
        assertThat(spread.priceLevels().get("high")).isCloseTo(0.1, within(1e-12));
        assertThat(spread.brands().getFirst().brand()).isEqualTo("Big");
        assertThat(spread.brands().getFirst().lift()).isCloseTo(0.9 / (2.0 / 6), within(1e-12));
        assertThat(spread.alarms()).isEmpty();
    }

    @Test
    void limitsThatArePassedRaiseAlarms() {
        assertThat(spread(0.2, 2).alarms())
                .hasSize(2)
                .anyMatch(alarm -> alarm.contains("have 10 %"))
                .anyMatch(alarm -> alarm.startsWith("Big has 3 times"));
    }

    @Test
    void pairsOfDifferentKindsMakeAListDiverse() {
        ListDiversity diversity = new ListDiversity();
        Stream.of("x", "x", "y").forEach(kind -> diversity.add("first", kind));
        Stream.of("x", "y").forEach(kind -> diversity.add("second", kind));
        diversity.add("alone", "x");

        assertThat(diversity.mean()).isCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
    }
}
