package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    @Test
    void aPairThatComesTwiceIsOnePairWithTheSumOfItsWeights() {
        Interactions shop = Interactions.collect(2, 3)
                .add(1, 2, 1)
                .add(0, 1, 2)
                .add(1, 0, 4)
                .add(1, 2, 0.5f)
                .build();

        assertThat(shop.size()).isEqualTo(3);
        assertThat(shop.countOf(1)).isEqualTo(2);
        assertThat(shop.item(shop.start(1))).isZero();
        assertThat(shop.weight(shop.start(1) + 1)).isEqualTo(1.5f);
        assertThat(shop.usersPerItem()).containsExactly(1, 1, 1);
    }

    @Property(tries = 100)
    void transposingTwiceGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int users) {
        Interactions shop = RandomShop.of(seed, users, 9);

        Interactions twice = shop.transposed().transposed();

        assertThat(twice.offsets()).isEqualTo(shop.offsets());
        assertThat(twice.indexes()).isEqualTo(shop.indexes());
        assertThat(twice.weights()).isEqualTo(shop.weights());
        assertThat(Arrays.stream(shop.usersPerItem()).sum()).isEqualTo(shop.size());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        InteractionsBuilder shop = Interactions.collect(1, 1);

        assertThatThrownBy(() -> shop.add(1, 0, 1)).hasMessage("user 1 of 1, item 0 of 1");
        assertThatThrownBy(() -> shop.add(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.add(0, 0, Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> History.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> History.of(new int[] {1}, new float[] {})).hasMessage("1 items but 0 weights");
    }

    @Test
    void anEmptyShopIsAllowed() {
        Interactions shop = Interactions.collect(0, 0).build();

        assertThat(shop.transposed().size()).isZero();
        assertThat(new Popularity(false).fit(shop, Progress.NONE).itemCount()).isZero();
        assertThat(ItemKnn.withDefaults().fit(shop, Progress.NONE).itemCount()).isZero();
        assertThat(ImplicitAls.withDefaults().fit(shop, Progress.NONE).itemCount())
                .isZero();
    }
}
