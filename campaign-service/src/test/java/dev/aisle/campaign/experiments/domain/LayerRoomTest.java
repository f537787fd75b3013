package dev.aisle.campaign.experiments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerRoomTest {
    @Test
    void theFirstFreePartIsTaken() {
        List<Layer> taken = List.of(new Layer("l", 0.5, 0.7), new Layer("l", 0, 0.2));

        assertThat(LayerRoom.place("l", 0.3, taken)).contains(new Layer("l", 0.2, 0.5));
        assertThat(LayerRoom.place("l", 0.31, taken)).isEmpty();
        assertThat(LayerRoom.place("l", 0.3, List.of())).contains(new Layer("l", 0, 0.3));
    }

    @Test
    void aLayerHoldsExactlyTenTenths() {
        List<Layer> taken = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            taken.add(LayerRoom.place("l", 0.1, taken).orElseThrow());
        }

        assertThat(taken.getLast().to()).isEqualTo(1);
        assertThat(LayerRoom.place("l", 0.0001, taken)).isEmpty();
    }
}
