package dev.aisle.ingest.shared.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.common.v1.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Money out of a number and a currency: 12.99 and "EUR" are 1299 minor units. */
public final class Amounts {
    private static final int LONGEST_NUMBER = 40;

    private final Currency currency;
    private final boolean rounded;

    private Amounts(Currency currency, boolean rounded) {
        this.currency = currency;
        this.rounded = rounded;
    }

    /**
     * Amounts in the currency that the field {@code currency} names, or in the shop's own. One that isn't a whole number of minor units is a
     * fault.
     */
    public static Amounts in(Fields fields, Currency shopCurrency) {
        return new Amounts(currencyOf(fields, shopCurrency), false);
    }

    /** The same of a protocol whose senders reckon in floating point: such an amount is rounded, half to even, and that is noted as mended. */
    public static Amounts roundedIn(Fields fields, Currency shopCurrency) {
        return new Amounts(currencyOf(fields, shopCurrency), true);
    }

    private static Currency currencyOf(Fields fields, Currency shopCurrency) {
        String code = fields.text("currency", 3);
        if (code.isEmpty()) {
            return shopCurrency;
        }
        try {
            Currency named = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            if (named.getDefaultFractionDigits() >= 0) {
                return named;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with the codes that stand for no money.
        }
        fields.faults().invalid(fields.pathOf("currency"), "expected an ISO 4217 code such as EUR");
        return shopCurrency;
    }

    /** The amount in that field; {@code null} when there is none. */
    public @Nullable Money read(Fields fields, String name) {
        BigDecimal number = fields.number(name);
        if (number == null) {
            return null;
        }
        BigDecimal whole = number.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        if (whole.compareTo(number) != 0) {
            String expected = "expected at most " + currency.getDefaultFractionDigits() + " decimals in "
                    + currency.getCurrencyCode() + ", such as " + whole.toPlainString();
            if (rounded) {
                fields.faults().mended("rounded-amount", fields.pathOf(name), expected);
            } else {
                fields.faults().invalid(fields.pathOf(name), expected);
            }
        }
        return Money.newBuilder()
                .setMinorUnits(whole.unscaledValue().longValueExact())
                .setCurrency(currency.getCurrencyCode())
                .build();
    }

    /** The amount in that field, which must not be negative. */
    public @Nullable Money readPrice(Fields fields, String name) {
        Money money = read(fields, name);
        if (money != null && money.getMinorUnits() < 0) {
            fields.faults().invalid(fields.pathOf(name), "expected an amount that is not negative");
        }
        return money;
    }

    static @Nullable BigDecimal parse(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isTextual() ? value.asText().strip() : "";
        try {
            return text.isEmpty() || text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
