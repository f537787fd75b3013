package dev.aisle.recommender.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemFilter.PriceRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemFilterTest {
    private final SmallShop shop = new SmallShop();

    @Test
    void aCategoryMatchesItsSubtree() {
        assertThat(accepted(categories("Grocery"))).hasSize(10);
        assertThat(accepted(categories("Grocery > Tea"))).hasSize(10);
        assertThat(accepted(categories("Tea", "Bikes"))).hasSize(20);
        assertThat(accepted(categories("Groc"))).isEmpty();
    }

    @Test
    void aBrandMatchesExactly() {
        assertThat(accepted(new ItemFilter(List.of(), Set.of("Leaf"), PriceRange.ANY, false, Set.of())))
                .hasSize(5);
    }

    @Test
    void aPriceMustBeWithinTheRangeAndInItsCurrency() {
        PriceRange upToFour = new PriceRange(null, new BigDecimal("3.04"), null);
        assertThat(accepted(new ItemFilter(List.of(), Set.of(), upToFour, false, Set.of())))
                .containsExactly("t0", "t1", "t2", "t3", "t4");

        PriceRange dollars = new PriceRange(BigDecimal.ZERO, null, "USD");
        assertThat(accepted(new ItemFilter(List.of(), Set.of(), dollars, false, Set.of())))
                .isEmpty();
    }

    @Test
    void whatCantBeHadIsNeverShown() {
        shop.add("gone", "Gone", List.of("Grocery"), "", 1, Sale.NO);
        shop.add("soon", "Soon", List.of("Grocery"), "", 1, Sale.PREORDER);

        assertThat(accepted(ItemFilter.NONE)).contains("soon").doesNotContain("gone");
        assertThat(accepted(new ItemFilter(List.of(), Set.of(), PriceRange.ANY, true, Set.of())))
                .doesNotContain("soon", "gone");
    }

    private static ItemFilter categories(String... categories) {
        return new ItemFilter(List.of(categories), Set.of(), PriceRange.ANY, false, Set.of());
    }

    private List<String> accepted(ItemFilter filter) {
        return shop.all()
                .filter(filter::accepts)
                .map(product -> product.productId())
                .toList();
    }
}
