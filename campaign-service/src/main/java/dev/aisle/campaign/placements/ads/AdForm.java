package dev.aisle.campaign.placements.ads;

import dev.aisle.platform.console.Form;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Advertisers and ads as the forms have them: money in the currency's main unit, lists separated by commas. */
final class AdForm {
    private final Form form;

    AdForm(Form form) {
        this.form = form;
    }

    /** @throws InvalidAdException with the field that is wrong */
    Advertiser advertiser() {
        String currency = text("currency").toUpperCase(Locale.ROOT);
        int digits = digits(currency);
        Long budget = minor("budget", digits);
        return new AdvertiserBody(
                        text("id"),
                        text("name"),
                        currency,
                        budget == null ? -1 : budget,
                        minor("dailyBudget", digits),
                        text("zone").isEmpty() ? null : text("zone"),
                        null)
                .toAdvertiser();
    }

    /**
     * An ad of an advertiser.
     *
     * @param currency of the advertiser
     * @throws InvalidAdException with the field that is wrong
     */
    Advert advert(String currency) {
        Long bid = minor("bid", digits(currency));
        return new AdvertBody(
                        text("id"),
                        text("advertiser"),
                        text("productId"),
                        text("title"),
                        bid == null ? 0 : bid,
                        list("placements"),
                        list("keywords"),
                        list("categories"),
                        list("notWith"),
                        text("audience").isEmpty() ? null : text("audience"))
                .toAdvert();
    }

    private static int digits(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(currency))
                .findFirst()
                .map(one -> Math.max(0, one.getDefaultFractionDigits()))
                .orElseThrow(() -> new InvalidAdException("currency", "is no ISO 4217 code such as EUR"));
    }

    private @Nullable Long minor(String field, int digits) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,12}([.,][0-9]{1,6})?")) {
            throw new InvalidAdException(field, "is no amount such as 12.50");
        }
        try {
            return new BigDecimal(text.replace(',', '.')).movePointRight(digits).longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidAdException(field, "has more than " + digits + " decimals");
        }
    }

    private Set<String> list(String field) {
        return Arrays.stream(form.value(field).split("[,，\\r\\n]+", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String text(String field) {
        return form.value(field).strip();
    }
}
