package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The six calls that every client of these tests makes, and what they must come to. */
final class Calls {
    static final String EVENT = "Product Viewed";
    static final String PRODUCT = "tea-1";
    static final Map<String, Object> PROPERTIES = Map.of("product_id", PRODUCT, "price", 4.5, "currency", "EUR");

    static final List<EventType> ALL_BUT_SCREEN =
            List.of(EventType.IDENTIFY, EventType.PRODUCT_VIEW, EventType.PAGE_VIEW, EventType.GROUP, EventType.ALIAS);
    static final List<EventType> ALL = Stream.concat(ALL_BUT_SCREEN.stream(), Stream.of(EventType.SCREEN_VIEW))
            .toList();

    private Calls() {}

    static void assertAllOnce(List<ShopEvent> events) {
        assertOnce(events, ALL);
    }

    /** Each call came once and as what it is; the view has its product. */
    static void assertOnce(List<ShopEvent> events, List<EventType> calls) {
        assertThat(events).extracting(ShopEvent::getType).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(events)
                .filteredOn(event -> event.getType() == EventType.PRODUCT_VIEW)
                .singleElement()
                .satisfies(Calls::assertView);
    }

    static int count() {
        return ALL.size();
    }

    static void assertView(ShopEvent event) {
        assertThat(event.getItems(0).getProductId()).isEqualTo(PRODUCT);
        assertThat(event.getItems(0).getPrice().getMinorUnits()).isEqualTo(450);
        assertThat(event.getItems(0).getPrice().getCurrency()).isEqualTo("EUR");
    }
}
