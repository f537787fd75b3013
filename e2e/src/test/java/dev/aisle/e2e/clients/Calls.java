package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Map;

/** The six calls that every client of these tests makes, and what they must come to. */
final class Calls {
    static final String EVENT = "Product Viewed";
    static final String PRODUCT = "tea-1";
    static final Map<String, Object> PROPERTIES = Map.of("product_id", PRODUCT, "price", 4.5, "currency", "EUR");

    private static final List<EventType> ALL = List.of(
            EventType.IDENTIFY,
            EventType.PRODUCT_VIEW,
            EventType.PAGE_VIEW,
            EventType.SCREEN_VIEW,
            EventType.GROUP,
            EventType.ALIAS);

    private Calls() {}

    /** Each call came once and as what it is; the view has its product. */
    static void assertAllOnce(List<ShopEvent> events) {
        assertThat(events).extracting(ShopEvent::getType).containsExactlyInAnyOrderElementsOf(ALL);
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
