package dev.aisle.ingest.rejections.mending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MendedTest {
    private static final ShopEvent EVENT = ShopEvent.newBuilder()
            .setMessageId("m")
            .setPseudonym("p1.k1.somebody")
            .setType(EventType.PRODUCT_VIEW)
            .setOccurredAt(Timestamp.newBuilder().setSeconds(1_790_000_000))
            .addItems(Item.newBuilder().setProductId("tea").setPrice(money("EUR")))
            .putProperties("shelf_no", Value.newBuilder().setText("7").build())
            .build();

    @Test
    void aFieldIsSetByItsPathInEitherSpelling() {
        ShopEvent mended = valid(
                EVENT.toBuilder()
                        .clearItems()
                        .addItems(Item.newBuilder().setPrice(money("???")))
                        .build(),
                set("items[0].price.currency", text("USD"), "items[0].product_id", text("coffee")));

        assertThat(mended.getItems(0).getProductId()).isEqualTo("coffee");
        assertThat(mended.getItems(0).getPrice()).isEqualTo(money("USD"));
        assertThat(mended.getPseudonym()).isEqualTo(EVENT.getPseudonym());
    }

    @Test
    void whatIsMissingOnTheWayIsMade() {
        ShopEvent mended = valid(
                EVENT.toBuilder().clearItems().build(),
                set("items[0].productId", text("tea"), "context.country", text("DE")));

        assertThat(mended.getItems(0).getProductId()).isEqualTo("tea");
        assertThat(mended.getContext().getCountry()).isEqualTo("DE");
    }

    @Test
    void aTypeIsNamedAsInTheContract() {
        ShopEvent untyped = EVENT.toBuilder().clearType().build();

        assertThat(valid(untyped, set("type", text("CART_ADD"))).getType()).isEqualTo(EventType.CART_ADD);
        assertThat(invalid(untyped, EventFix.NONE)).isEqualTo("type");
        assertThat(invalid(untyped, set("type", text("DANCE")))).isEqualTo("fix");
    }

    @Test
    void aFieldIsTakenAway() {
        EventFix fix = new EventFix(Map.of(), List.of("items[0].price", "properties.shelf_no", "order.total"));

        ShopEvent mended = valid(EVENT, fix);

        assertThat(mended.getItems(0).hasPrice()).isFalse();
        assertThat(mended.getPropertiesMap()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pseudonym",
                "messageId",
                "message_id",
                "tenant",
                "grantedPurposes",
                "receivedAt",
                "source",
                "refinement.late",
                "",
                ".",
                "items[",
                "items[0]..price",
                "items[9999].price",
                "type\u0000",
                "[0]"
            })
    void whoseAndWhetherIsNeverMended(String path) {
        assertThat(set(path, text("x")).fault()).isPresent();
        assertThat(new EventFix(Map.of(), List.of(path)).fault()).isPresent();
    }

    @Test
    void aValueWithANullCharacterIsRefused() {
        assertThat(set("search.query", text("a\u0000")).fault()).isPresent();
    }

    @Test
    void whatTheDoorWouldRefuseIsRefusedAgain() {
        assertThat(invalid(EVENT.toBuilder().clearItems().build(), EventFix.NONE))
                .isEqualTo("items[0].productId");
        assertThat(invalid(EVENT, set("items[0].price.currency", text("???")))).isEqualTo("items[0].price.currency");
        assertThat(invalid(EVENT, set("items[0].price.minorUnits", text("-1")))).isEqualTo("items[0].price.minorUnits");
        assertThat(invalid(EVENT, set("items[0].quantity", JsonNodeFactory.instance.numberNode(-1))))
                .isEqualTo("items[0].quantity");
        assertThat(invalid(EVENT, set("occurredAt", text("1999-01-01T00:00:00Z"))))
                .isEqualTo("occurredAt");
        assertThat(invalid(EVENT, set("items[0].price.amount", text("1")))).isEqualTo("fix");
        assertThat(invalid(EVENT, set("items[5].productId", text("x")))).isEqualTo("items[5].productId");
        assertThat(invalid(EVENT, set("sourceName", text("x".repeat(40_000))))).isEmpty();
    }

    @Test
    void onlyNamesAndKindsOfFieldsAreTold() {
        List<FieldName> names = FieldName.of(EVENT);

        assertThat(names)
                .contains(
                        new FieldName("items[0].productId", "text"), new FieldName("properties.shelf_no.text", "text"));
        assertThat(names.toString()).doesNotContain("tea", "somebody", "EUR");
    }

    private static ShopEvent valid(ShopEvent event, EventFix fix) {
        return ((Mended.Valid) Mended.of(event, fix)).event();
    }

    private static String invalid(ShopEvent event, EventFix fix) {
        return ((Mended.Invalid) Mended.of(event, fix)).fault().field();
    }

    private static EventFix set(String path, JsonNode value) {
        return new EventFix(Map.of(path, value), List.of());
    }

    private static EventFix set(String path, JsonNode value, String other, JsonNode otherValue) {
        return new EventFix(Map.of(path, value, other, otherValue), List.of());
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static Money money(String currency) {
        return Money.newBuilder().setMinorUnits(1299).setCurrency(currency).build();
    }
}
