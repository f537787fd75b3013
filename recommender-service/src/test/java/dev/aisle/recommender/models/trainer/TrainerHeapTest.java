package dev.aisle.recommender.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainerHeapTest {
    @Test
    void aSettingIsASizeInMegabytesOrGigabytes() {
        assertThat(TrainerHeap.of("768m")).isEqualTo(768);
        assertThat(TrainerHeap.of("2G")).isEqualTo(2_048);
        assertThatThrownBy(() -> TrainerHeap.of("lots"))
                .hasMessage("aisle.training.heap: expected a size such as 768m or 2g, was \"lots\".");
    }

    @Test
    void withoutASettingItGrowsWithWhatThereIsToLearnFrom() {
        assertThat(TrainerHeap.derived(0, 0)).isEqualTo(256);
        assertThat(TrainerHeap.derived(1_000_000, 10_000)).isBetween(600, 800);
        assertThat(TrainerHeap.derived(20_000_000, 27_000)).isBetween(7_000, 9_000);
    }
}
