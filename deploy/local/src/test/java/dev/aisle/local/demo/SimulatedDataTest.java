package dev.aisle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.client.Json;
import dev.aisle.simulator.Regular;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedDataTest {
    private static final Shop SHOP = new Shop(new ShopSettings(7, 80, 60, LocalDate.of(2026, 1, 1), 30, 0.3));

    @Test
    void everyEventIsAValidSegmentItem() {
        var data = SimulatedData.of(SHOP);

        assertThat(data.events()).isNotEmpty().allSatisfy(item -> {
            var json = Json.read(item.json());
            assertThat(json.path("type").asText()).isEqualTo("track");
            assertThat(json.path("event").asText()).isNotEmpty();
            assertThat(json.path("userId").asText()).isEqualTo(item.person());
            assertThat(item.messageId()).hasSizeLessThanOrEqualTo(100);
            assertThat(json.path("properties").isObject()).isTrue();
        });
    }

    @Test
    void productsHavePricesWithTwoDecimals() {
        assertThat(SimulatedData.of(SHOP).products()).hasSize(80).allSatisfy(product -> {
            assertThat(product.path("price").decimalValue().scale()).isEqualTo(2);
            assertThat(product.path("category").asText().split(" > ", -1)).hasSize(3);
        });
    }

    /** Leap days and turns of the year among them. */
    @Test
    void theRegularsAreKnownWhateverTheFirstDayIs() {
        var first = LocalDate.of(2026, 11, 1);

        assertThat(IntStream.range(0, 400).mapToObj(first::plusDays)).allSatisfy(day -> {
            var data = SimulatedData.of(new Shop(new ShopSettings(20_261_125, 480, 60, day, 5, 0.3)));
            assertThat(data.people()).containsAll(Regular.ids());
        });
    }

    @Test
    void aRegularIsNeverCastAndSoNeverErased() {
        var data = SimulatedData.of(SHOP);

        var regularsAlone = data.withoutPeople(data.people().stream()
                .filter(person -> !Regular.ids().contains(person))
                .toList());
        var cast = Cast.of(data);

        assertThat(regularsAlone.events()).isNotEmpty();
        assertThat(List.of(cast.first(), cast.second())).doesNotContainAnyElementsOf(Regular.ids());
    }

    @Test
    void theCastIsTwoBusyPeopleWithLittleInCommon() {
        var data = SimulatedData.of(SHOP);

        var cast = Cast.of(data);

        assertThat(cast.first()).isNotEqualTo(cast.second());
        assertThat(data.people()).contains(cast.first(), cast.second());
    }

    @Test
    void thoseErasedBeforeAreLeftOut() {
        var data = SimulatedData.of(SHOP);
        var cast = Cast.of(data);

        var rest = data.withoutPeople(List.of(cast.second()));

        assertThat(rest.people()).doesNotContain(cast.second()).contains(cast.first());
        assertThat(rest.products()).hasSameSizeAs(data.products());
    }
}
