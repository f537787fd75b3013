package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BOB;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.values.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value in one form, and each change in the event. */
class ValuesTest extends RefineCase {
    private static final Rates RATES = new Rates(
            "EUR",
            Map.of("USD", new BigDecimal("0.8625"), "JPY", new BigDecimal("0.005532"), "KWD", new BigDecimal("2.8")),
            Instant.parse("2026-11-24T15:00:00Z"));

    @Test
    void valuesAreCleanedAndEachChangeIsNoted() {
        ShopEvent.Builder event = purchase("m1").setOccurredAt(Refining.timestamp(NINE.plusSeconds(90)));
        event.getItemsBuilder(0).setProductId(" tea ").setCategory("Food>Tea | Green");

        ShopEvent refined = refine(event);

        assertThat(refined.getItems(0).getProductId()).isEqualTo("tea");
        assertThat(refined.getItems(0).getCategory()).isEqualTo("Food > Tea > Green");
        assertThat(refined.getItems(0).getQuantity()).isEqualTo(1);
        assertThat(refined.getOccurredAt()).isEqualTo(Refining.timestamp(NINE));
        assertThat(refined.getRefinement().getCorrectionsList())
                .extracting(Correction::getKind)
                .containsExactly(
                        Correction.Kind.CLOCK,
                        Correction.Kind.NAME,
                        Correction.Kind.NAME,
                        Correction.Kind.MISSING_FILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "1299, USD, 1120, 12.99 USD, 11.20 EUR (rate of 2026-11-24)",
        "1500, JPY, 830, 1500 JPY, 8.30 EUR (rate of 2026-11-24)",
        "1234, KWD, 346, 1.234 KWD, 3.46 EUR (rate of 2026-11-24)"
    })
    void amountsOfAnotherCurrencyBecomeTheShops(long minor, String code, long converted, String before, String after) {
        refining.rates = RATES;
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getItemsBuilder(0).setPrice(money(minor, code));

        ShopEvent refined = refine(event);

        assertThat(refined.getItems(0).getPrice()).isEqualTo(money(converted, "EUR"));
        assertThat(refined.getRefinement().getCorrectionsList())
                .containsExactly(correction(Correction.Kind.CURRENCY, "items[0].price", before, after));
    }

    @Test
    void everyAmountOfAnOrderAndACouponIsConverted() {
        refining.rates = RATES;
        ShopEvent.Builder event = purchase("m1");
        Money hundred = money(10_000, "USD");
        event.getOrderBuilder()
                .setSubtotal(hundred)
                .setTotal(hundred)
                .setRevenue(hundred)
                .setShipping(hundred)
                .setTax(hundred)
                .setDiscount(hundred);
        event.getCouponBuilder().setDiscount(hundred);

        ShopEvent refined = refine(event);

        Money converted = money(8_625, "EUR");
        assertThat(refined.getOrder().getAllFields().values())
                .filteredOn(Money.class::isInstance)
                .hasSize(6)
                .containsOnly(converted);
        assertThat(refined.getCoupon().getDiscount()).isEqualTo(converted);
        assertThat(fieldsOf(refined, Correction.Kind.CURRENCY)).hasSize(7);
    }

    @Test
    void withoutARateTheAmountStaysAndIsMarked() {
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getItemsBuilder(0).setPrice(money(1299, "USD"));

        ShopEvent refined = refine(event);

        assertThat(refined.getItems(0).getPrice()).isEqualTo(money(1299, "USD"));
        assertThat(refined.getRefinement().getCorrectionsList())
                .containsExactly(
                        correction(Correction.Kind.MISSING_MARKED, "items[0].price", "12.99 USD", "12.99 USD"));
    }

    @Test
    void ratesOfAnotherBaseConvertNothing() {
        refining.rates = new Rates("CHF", RATES.prices(), RATES.asOf());
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getItemsBuilder(0).setPrice(money(1299, "USD"));

        assertThat(refine(event).getItems(0).getPrice().getCurrency()).isEqualTo("USD");
    }

    @Test
    void anAmountThatLeavesTheRangeStays() {
        refining.rates = RATES;
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getItemsBuilder(0).setPrice(money(Long.MAX_VALUE, "KWD"));

        assertThat(fieldsOf(refine(event), Correction.Kind.CURRENCY)).containsExactly("items[0].price");
        event.setMessageId("m2").getItemsBuilder(0).setPrice(money(Long.MAX_VALUE, "JPY"));
        assertThat(fieldsOf(refine(event), Correction.Kind.CURRENCY)).containsExactly("items[0].price");
        refining.rates = new Rates("EUR", Map.of("USD", BigDecimal.TEN), RATES.asOf());
        event.setMessageId("m3").getItemsBuilder(0).setPrice(money(Long.MAX_VALUE, "USD"));
        assertThat(fieldsOf(refine(event), Correction.Kind.MISSING_MARKED)).contains("items[0].price");
    }

    @ParameterizedTest
    @CsvSource({
        "500, g, 0.5, kg",
        "2, kg, 2, kg",
        "250000, mg, 0.25, kg",
        "2, lb, 0.90718474, kg",
        "16, [oz_av], 0.45359237, kg",
        "750, ml, 0.75, L",
        "75, cl, 0.75, L",
        "10, fl oz, 0.295735295625, L",
        "3, Stück, 3, ''",
        "3, PCS, 3, ''",
        "2, dozen, 24, ''"
    })
    void quantitiesBecomeKilogramsLitresOrPieces(double quantity, String unit, double converted, String code) {
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE).setType(EventType.CART_ADD);
        event.getItemsBuilder(0).setQuantity(quantity).setUnit(unit);

        Item item = refine(event).getItems(0);

        assertThat(item.getQuantity()).isEqualTo(converted);
        assertThat(item.getUnit()).isEqualTo(code);
    }

    @Test
    void aConversionOfUnitsIsNotedAndAnUnknownUnitIsMarked() {
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE).setType(EventType.CART_ADD);
        event.getItemsBuilder(0).setQuantity(500).setUnit("g");
        event.addItems(event.getItems(0).toBuilder().setUnit("furlong"));

        ShopEvent refined = refine(event);

        assertThat(refined.getItems(1).getUnit()).isEqualTo("furlong");
        assertThat(refined.getRefinement().getCorrectionsList())
                .containsExactly(
                        correction(Correction.Kind.UNIT, "items[0].quantity", "500.0 g", "0.5 kg"),
                        correction(Correction.Kind.MISSING_MARKED, "items[1].unit", "furlong", "furlong"));
    }

    @Test
    void aMissingTotalIsTheSumOfItemsShippingAndTaxLessTheDiscount() {
        ShopEvent.Builder event = purchase("m1");
        event.getItemsBuilder(0).setQuantity(3);
        event.getOrderBuilder()
                .clearTotal()
                .setShipping(money(490, "EUR"))
                .setTax(money(100, "EUR"))
                .setDiscount(money(200, "EUR"));

        ShopEvent refined = refine(event);

        assertThat(refined.getOrder().getTotal()).isEqualTo(money(3 * 1299 + 390, "EUR"));
        assertThat(refined.getRefinement().getCorrectionsList())
                .containsExactly(correction(Correction.Kind.MISSING_FILLED, "order.total", "", "42.87 EUR"));
    }

    @Test
    void whatAPurchaseShouldSayAndNothingTellsIsMarked() {
        ShopEvent.Builder event = Refining.event(ADA, "m1", NINE).setType(EventType.PURCHASE);
        event.addItemsBuilder().setProductId("unheard-of").setQuantity(1);

        assertThat(fieldsOf(refine(event), Correction.Kind.MISSING_MARKED))
                .containsExactly("items[0].category", "items[0].price", "order.order_id", "order.total");
    }

    @Test
    void categoryAndBrandOfAProductAreKnownFromItsOtherEventsButNeverItsPrice() {
        ShopEvent.Builder first = Refining.view(BOB, "m1", NINE);
        first.getItemsBuilder(0).setBrand("Leaf");
        refining.send(first);
        refining.events();
        ShopEvent.Builder event = Refining.event(ADA, "m2", NINE);
        event.addItemsBuilder().setProductId("tea");

        ShopEvent refined = refine(event);

        assertThat(refined.getItems(0).getCategory()).isEqualTo("Food > Tea");
        assertThat(refined.getItems(0).getBrand()).isEqualTo("Leaf");
        assertThat(fieldsOf(refined, Correction.Kind.MISSING_FILLED))
                .containsExactly("items[0].brand", "items[0].category");
        assertThat(fieldsOf(refined, Correction.Kind.MISSING_MARKED)).containsExactly("items[0].price");
    }

    @ParameterizedTest
    @CsvSource({"PRODUCT_VIEW, items", "SEARCH, search.query", "LIST_VIEW, list", "EXPOSURE, exposure.variation_id"})
    void anEmptyEventOfEachTypeIsMarked(EventType type, String field) {
        ShopEvent refined = refine(Refining.event(ADA, "m1", NINE).setType(type));

        assertThat(fieldsOf(refined, Correction.Kind.MISSING_MARKED)).containsExactly(field);
    }

    @Test
    void whatWasLeftOutOnPurposeIsNotMissing() {
        ShopEvent.Builder event = Refining.event(ADA, "m1", NINE).setType(EventType.SEARCH);
        event.addMinimisedFields("context.ip").addMinimisedFields("properties.query");

        assertThat(refine(event).getRefinement().getCorrectionsList()).isEmpty();
    }

    @Test
    void aTotalThatNoGrantedPurposeNeedsIsNotPutBack() {
        refining.consents.put(ADA, Refining.granted(2, Purpose.MODEL_TRAINING));
        ShopEvent.Builder event = purchase("m1").clearGrantedPurposes().addGrantedPurposes(Purpose.MODEL_TRAINING);
        event.getOrderBuilder().clearTotal();

        ShopEvent refined = refine(event);

        assertThat(refined.getOrder().hasTotal()).isFalse();
        assertThat(refined.getRefinement().getCorrectionsList())
                .extracting(Correction::getField)
                .doesNotContain("order.total");
    }

    private ShopEvent refine(ShopEvent.Builder event) {
        refining.send(event);
        return refining.events().getLast();
    }

    private static ShopEvent.Builder purchase(String messageId) {
        ShopEvent.Builder event = Refining.view(ADA, messageId, NINE).setType(EventType.PURCHASE);
        event.getOrderBuilder().setOrderId("o-1").setTotal(money(1299, "EUR"));
        return event;
    }

    private static List<String> fieldsOf(ShopEvent refined, Correction.Kind kind) {
        return refined.getRefinement().getCorrectionsList().stream()
                .filter(correction -> correction.getKind() == kind)
                .map(Correction::getField)
                .toList();
    }

    private static Money money(long minorUnits, String currency) {
        return Money.newBuilder()
                .setMinorUnits(minorUnits)
                .setCurrency(currency)
                .build();
    }

    private static Correction correction(Correction.Kind kind, String field, String before, String after) {
        return Correction.newBuilder()
                .setKind(kind)
                .setField(field)
                .setBefore(before)
                .setAfter(after)
                .build();
    }
}
