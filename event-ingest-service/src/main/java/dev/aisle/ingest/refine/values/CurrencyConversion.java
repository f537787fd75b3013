package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;

/** Amounts in the shop's currency. Without a rate an amount stays and is marked: no number is better than a wrong one. */
public final class CurrencyConversion {
    private static final int BITS_OF_MINOR_UNITS = 63;

    private final Currency shop;
    private final Rates rates;
    private final Corrections corrections;

    private CurrencyConversion(Currency shop, Rates rates, Corrections corrections) {
        this.shop = shop;
        this.rates = rates;
        this.corrections = corrections;
    }

    /** Converts the amounts of an event in place. */
    public static void convert(ShopEvent.Builder event, Currency shop, Rates rates, Corrections corrections) {
        CurrencyConversion conversion = new CurrencyConversion(shop, rates, corrections);
        for (int i = 0; i < event.getItemsCount(); i++) {
            if (event.getItems(i).hasPrice()) {
                conversion.amount(
                        "items[" + i + "].price", event.getItems(i).getPrice(), event.getItemsBuilder(i)::setPrice);
            }
        }
        if (event.hasOrder()) {
            conversion.order(event.getOrder(), event.getOrderBuilder());
        }
        if (event.getCoupon().hasDiscount()) {
            conversion.amount(
                    "coupon.discount", event.getCoupon().getDiscount(), event.getCouponBuilder()::setDiscount);
        }
    }

    private void order(Order before, Order.Builder after) {
        part("order.subtotal", before.hasSubtotal(), before.getSubtotal(), after::setSubtotal);
        part("order.total", before.hasTotal(), before.getTotal(), after::setTotal);
        part("order.revenue", before.hasRevenue(), before.getRevenue(), after::setRevenue);
        part("order.shipping", before.hasShipping(), before.getShipping(), after::setShipping);
        part("order.tax", before.hasTax(), before.getTax(), after::setTax);
        part("order.discount", before.hasDiscount(), before.getDiscount(), after::setDiscount);
    }

    private void part(String field, boolean present, Money amount, Consumer<Money> setter) {
        if (present) {
            amount(field, amount, setter);
        }
    }

    private void amount(String field, Money amount, Consumer<Money> setter) {
        if (amount.getCurrency().equals(shop.getCurrencyCode())) {
            return;
        }
        Optional<Money> converted = converted(amount);
        if (converted.isEmpty()) {
            String unchanged = Amount.text(amount);
            corrections.note(Correction.Kind.MISSING_MARKED, field, unchanged, unchanged);
            return;
        }
        setter.accept(converted.get());
        String asOf = rates.asOf().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        corrections.note(
                Correction.Kind.CURRENCY,
                field,
                Amount.text(amount),
                Amount.text(converted.get()) + " (rate of " + asOf + ")");
    }

    private Optional<Money> converted(Money amount) {
        BigDecimal price = rates.prices().get(amount.getCurrency());
        if (price == null || !rates.base().equals(shop.getCurrencyCode())) {
            return Optional.empty();
        }
        BigDecimal minorUnits = Amount.of(amount)
                .multiply(price)
                .movePointRight(shop.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_EVEN);
        if (minorUnits.toBigInteger().bitLength() > BITS_OF_MINOR_UNITS) {
            return Optional.empty();
        }
        return Optional.of(Money.newBuilder()
                .setMinorUnits(minorUnits.longValueExact())
                .setCurrency(shop.getCurrencyCode())
                .build());
    }
}
