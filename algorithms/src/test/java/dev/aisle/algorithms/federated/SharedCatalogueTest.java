package dev.aisle.algorithms.federated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedCatalogueTest {
    private static final String PEN = "4006381333931";
    private static final String OTHER = "6291041500213";

    @Test
    void theSameGtinIsTheSameProductWhateverItsTitle() {
        SharedCatalogue shared =
                shared(List.of(new Product("0" + PEN, "Marker yellow")), List.of(new Product(PEN, "Textmarker gelb")));

        assertThat(shared.size()).isEqualTo(1);
        assertThat(shared.numbers(0)).isEqualTo(shared.numbers(1));
    }

    @Test
    void differentGtinsAreDifferentProductsWhateverTheirTitles() {
        SharedCatalogue shared = shared(List.of(new Product(PEN, "Marker")), List.of(new Product(OTHER, "Marker")));

        assertThat(shared.size()).isEqualTo(2);
    }

    @Test
    void whatHasNoGtinIsFoundByItsTitle() {
        SharedCatalogue shared = shared(
                List.of(new Product("", "Crème Brûlée, 2 × 100 g"), new Product(PEN, "Marker, yellow")),
                List.of(new Product("", "MARKER YELLOW"), new Product("wrong", "creme brulee 2 x 100 g")));

        assertThat(shared.numbers(1)).containsExactly(shared.numbers(0)[1], shared.numbers(0)[0]);
        assertThat(shared.size()).isEqualTo(2);
    }

    @Test
    void anotherSizeOrYearIsAnotherProduct() {
        SharedCatalogue shared =
                shared(List.of(new Product("", "Sabrina (1954)")), List.of(new Product("", "Sabrina (1995)")));

        assertThat(shared.size()).isEqualTo(2);
    }

    @Test
    void twoProductsOfOnePartnerAreNeverMadeOneByTheirTitles() {
        SharedCatalogue shared = shared(List.of(new Product("", "Tea"), new Product("", "Tea")), List.of());

        assertThat(shared.numbers(0)).containsExactly(0, 1);
    }

    @Test
    void theMostAlikeTitleWins() {
        SharedCatalogue shared = shared(
                List.of(new Product("", "red wool socks for men"), new Product("", "red wool socks for children")),
                List.of(new Product("", "wool socks for children, red")));

        assertThat(shared.numbers(1)).containsExactly(1);
    }

    @Test
    void aProductWithoutAnyWordStaysAlone() {
        assertThat(shared(List.of(new Product("", "")), List.of(new Product("", "!")))
                        .size())
                .isEqualTo(2);
    }

    private static SharedCatalogue shared(List<Product> one, List<Product> other) {
        return new SharedCatalogue(List.of(one, other), 0.8);
    }
}
