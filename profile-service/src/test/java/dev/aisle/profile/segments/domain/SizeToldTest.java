package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SizeToldTest {
    private final SizeTold told = new SizeTold(new KThreshold(20));

    @Test
    void aSizeIsToldFromTheThresholdOn() {
        assertThat(told.next(null, 19)).isNull();
        assertThat(told.next(null, 20)).isEqualTo(20);
    }

    @Test
    void aFewMoreAreNotSeen() {
        assertThat(told.next(100L, 101)).isEqualTo(100);
        assertThat(told.next(100L, 120)).isEqualTo(120);
        assertThat(told.next(100L, 10)).isEqualTo(100);
    }

    /** Whatever happens, two sizes that are told after each other differ by nobody or by enough. */
    @Property
    void toldSizesNeverDifferByAFew(@ForAll @Size(max = 50) List<@IntRange(max = 200) Integer> sizes) {
        List<Long> series = new ArrayList<>();
        Long last = null;
        for (int size : sizes) {
            last = told.next(last, size);
            if (last != null) {
                series.add(last);
            }
        }

        assertThat(series).allMatch(size -> size >= 20);
        for (int i = 1; i < series.size(); i++) {
            long difference = Math.abs(series.get(i) - series.get(i - 1));
            assertThat(difference == 0 || difference >= 20).as("%s", series).isTrue();
        }
    }
}
