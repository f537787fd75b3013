package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.events.EventNames;
import dev.aisle.ingest.shared.values.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHintsTest {
    @ParameterizedTest
    @CsvSource({
        "Product Viewd,       Product Viewed",
        "ProductViewed,       Product Viewed",
        "Product View,        Product Viewed",
        "product-viewed,      Product Viewed",
        "viewItem,            view_item",
        "Order Complete,      Order Completed",
        "order complted,      Order Completed",
        "Products Search,     Products Searched",
        "Purchased,           Purchase",
        "addtocart,           add_to_cart",
        "Check-out started,   Checkout Started",
    })
    void aNameThatIsNearlyAKnownOneGetsAHint(String sent, String meant) {
        assertThat(EventHints.of(custom(sent), EventSchemas.NONE).orElseThrow())
                .contains("Did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Size Chosen", "Chat Viewed", "Subscribed", "Research", "Produkt angesehen", "42", "?!", ""})
    void anEventOfTheShopsOwnGetsNone(String sent) {
        assertThat(EventHints.of(custom(sent), EventSchemas.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.005 | EUR | 1000 | Taken rounded: expected at most 2 decimals in EUR, such as 10.00.
            10.5   | JPY | 10   | Taken rounded: expected at most 0 decimals in JPY, such as 10.
            10.50  | EUR | 1050 |
            """)
    void anAmountThatIsRoundedGetsAHint(String price, String currency, long minorUnits, @Nullable String hint) {
        Reading.Candidate read = (Reading.Candidate) Samples.reading("""
                {"type":"track","event":"Product Viewed","userId":"u","properties":{"sku":"a","price":%s,"currency":"%s"}}""".formatted(price, currency), EventSchemas.NONE);

        assertThat(read.event().getItems(0).getPrice().getMinorUnits()).isEqualTo(minorUnits);
        assertThat(EventHints.of(read, EventSchemas.NONE))
                .map(Fault::message)
                .isEqualTo(hint == null ? List.of() : List.of(hint));
    }

    @Test
    void aDeclaredOrKnownEventGetsNone() {
        var declared = EventSchemas.of(
                List.of(EventSchema.newBuilder().setName("Product View").build()));

        assertThat(EventHints.of(custom("Product View"), declared)).isEmpty();
        assertThat(EventNames.nearest("PRODUCT VIEWED")).isEmpty();
        assertThat(EventHints.of(
                        ShopEvent.newBuilder().setType(EventType.PRODUCT_VIEW).setSourceName("Product View"),
                        EventSchemas.NONE))
                .isEmpty();
    }

    private static ShopEvent custom(String name) {
        return ShopEvent.newBuilder()
                .setType(EventType.CUSTOM)
                .setSourceName(name)
                .build();
    }
}
