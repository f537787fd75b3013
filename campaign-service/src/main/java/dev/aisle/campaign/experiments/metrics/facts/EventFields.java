package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.Fields;
import dev.aisle.campaign.experiments.metrics.Occurrence;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Review;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import dev.aisle.platform.consent.SeenConsent;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of an event that metrics can ask about. */
final class EventFields {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toMap(
                    Currency::getCurrencyCode, Currency::getDefaultFractionDigits, (one, same) -> one));
    private static final double STARS = 5;

    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();

    private EventFields() {}

    static Occurrence of(ShopEvent event) {
        EventFields fields = new EventFields();
        fields.texts(event);
        fields.numbers(event);
        event.getPropertiesMap().forEach(fields::property);
        return new Occurrence(
                event.getMessageId(),
                SeenConsent.of(event),
                event.getRefinement().getSessionId(),
                event.getType().name(),
                WireLimits.instant(event.getOccurredAt()),
                fields.texts,
                fields.numbers,
                paid(event).getCurrency());
    }

    private void texts(ShopEvent event) {
        items(event, "product", Item::getProductId);
        items(event, "category", Item::getCategory);
        items(event, "brand", Item::getBrand);
        text(
                "coupon",
                event.getOrder().getCoupon().isEmpty()
                        ? event.getCoupon().getCouponId()
                        : event.getOrder().getCoupon());
        text("promotion", event.getPromotion().getPromotionId());
        text("campaign", event.getMessage().getCampaignId());
        text("list", event.getList().getListId());
        text("name", event.getSourceName());
        text("page", event.getContext().getPagePath());
        text("device", event.getContext().getDeviceClass().name());
        text("country", event.getContext().getCountry());
        text("locale", event.getContext().getLocale());
    }

    private void items(ShopEvent event, String field, Function<Item, String> value) {
        texts.put(
                field,
                event.getItemsList().stream()
                        .map(value)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private void text(String field, String value) {
        if (!value.isEmpty()) {
            texts.put(field, List.of(value));
        }
    }

    private void numbers(ShopEvent event) {
        amount(Fields.REVENUE, paid(event));
        amount("discount", event.getOrder().getDiscount());
        numbers.put("products", BigDecimal.valueOf(event.getItemsCount()));
        number(
                "quantity",
                event.getItemsList().stream()
                        .mapToDouble(item -> item.hasQuantity() ? item.getQuantity() : 1)
                        .sum());
        number("results", event.getSearch().getResultCount());
        stars(event.getReview());
    }

    /** One to five, whatever the scale was. */
    private void stars(Review review) {
        double most = review.getRatingMax() > 0 ? review.getRatingMax() : STARS;
        if (review.getRating() > 0 && review.getRating() <= most) {
            number(Fields.STARS, review.getRating() / most * STARS);
        }
    }

    private static Money paid(ShopEvent event) {
        return event.getOrder().hasRevenue()
                ? event.getOrder().getRevenue()
                : event.getOrder().getTotal();
    }

    /** In the currency's main unit. */
    private void amount(String field, Money money) {
        if (CURRENCY.matcher(money.getCurrency()).matches()) {
            numbers.put(field, BigDecimal.valueOf(money.getMinorUnits(), DIGITS.getOrDefault(money.getCurrency(), 2)));
        }
    }

    private void number(String field, double value) {
        if (Double.isFinite(value)) {
            numbers.put(field, BigDecimal.valueOf(value));
        }
    }

    private void property(String name, Value value) {
        if (!value.getPurposesList().isEmpty() && !value.getPurposesList().contains(Purpose.ANALYTICS)) {
            return;
        }
        String field = Fields.PROPERTY + name;
        switch (value.getKindCase()) {
            case TEXT -> text(field, value.getText());
            case NUMBER -> number(field, value.getNumber());
            case FLAG -> text(field, Boolean.toString(value.getFlag()));
            case TEXTS -> texts.put(field, List.copyOf(value.getTexts().getValuesList()));
            case KIND_NOT_SET -> {
                // Says nothing.
            }
        }
    }
}
