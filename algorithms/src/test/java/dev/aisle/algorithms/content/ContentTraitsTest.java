package dev.aisle.algorithms.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.evaluate.Grouping;
import dev.aisle.algorithms.evaluate.ItemTraits;
import org.junit.jupiter.api.Test;

class ContentTraitsTest {
    @Test
    void attributesBecomeSetsCategoriesBrandsAndPriceLevels() {
        ItemContent content = ItemContent.collect(4)
                .attribute(0, "category", "tea")
                .attribute(0, "category", "gift")
                .attribute(0, "brand", "Acme")
                .attribute(1, "category", "tea")
                .attribute(1, "brand", "Best")
                .text(2, "title", "tea")
                .attribute(3, "brand", "Acme")
                .build();

        ItemTraits traits = ContentTraits.of(content, new double[] {1, 20, Double.NaN, 5});

        assertThat(traits.sets().orElseThrow().jaccard(0, 1)).isEqualTo(0.25);
        assertThat(traits.sets().orElseThrow().size(2)).isZero();
        assertThat(traits.categories().orElseThrow().size(0)).isEqualTo(2);
        Grouping brands = traits.brands().orElseThrow();
        assertThat(brands.groups()).isEqualTo(2);
        assertThat(brands.groupOf(3)).isEqualTo(brands.groupOf(0));
        assertThat(brands.groupOf(2)).isEqualTo(Grouping.NONE);
        Grouping prices = traits.prices().orElseThrow();
        assertThat(prices.name(prices.groupOf(0))).isEqualTo("low");
        assertThat(prices.name(prices.groupOf(3))).isEqualTo("middle");
        assertThat(prices.name(prices.groupOf(1))).isEqualTo("high");
    }

    @Test
    void withWordsOnlyItemsAreAlikeByWords() {
        ItemContent content = ItemContent.collect(2)
                .text(0, "title", "green tea")
                .text(1, "title", "black tea")
                .build();

        ItemTraits traits = ContentTraits.of(content, new double[] {Double.NaN, Double.NaN});

        assertThat(traits.sets().orElseThrow().cosine(0, 1)).isEqualTo(0.5);
        assertThat(traits.categories()).isEmpty();
        assertThat(traits.prices()).isEmpty();
        assertThat(ContentTraits.of(ItemContent.collect(0).build(), new double[0]))
                .isEqualTo(ItemTraits.NONE);
    }
}
