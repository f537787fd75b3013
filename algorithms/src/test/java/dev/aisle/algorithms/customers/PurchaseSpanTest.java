package dev.aisle.algorithms.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseSpanTest {
    @Property(tries = 300)
    void anyOrderAndAnySplitGiveTheSameState(
            @ForAll @Size(min = 1, max = 12) Set<@LongRange(min = -30_000, max = 30_000) Long> days,
            @ForAll long seed) {
        List<Long> sorted = days.stream().sorted().toList();
        List<Long> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(seed));

        PurchaseSpan left = PurchaseSpan.NONE;
        PurchaseSpan right = PurchaseSpan.NONE;
        for (int n = 0; n < shuffled.size(); n++) {
            left = n % 3 == 0 ? left.add(shuffled.get(n)) : left;
            right = n % 3 == 0 ? right : right.add(shuffled.get(n));
        }

        int last = sorted.size() - 1;
        assertThat(left.merge(right))
                .isEqualTo(right.merge(left))
                .isEqualTo(new PurchaseSpan(
                        sorted.size(), sorted.getFirst(), sorted.get(Math.max(0, last - 1)), sorted.getLast()));
    }

    @Test
    void theSpanOfAPersonIsTheHistoryOfTheModels() {
        PurchaseSpan span = PurchaseSpan.on(100).add(149).add(107);

        assertThat(PurchaseHistory.of(span, 156, 7)).isEqualTo(new PurchaseHistory(2, 7, 8));
        assertThat(span.previousDay()).isEqualTo(107);
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> new PurchaseSpan(1, 1, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseSpan(3, 5, 4, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PurchaseHistory.of(PurchaseSpan.NONE, 1, 7))
                .hasMessageContaining("at least one purchase");
        assertThatThrownBy(() -> PurchaseHistory.of(PurchaseSpan.on(8), 7, 7)).hasMessageContaining("0 ≤ t_x ≤ T");
    }
}
