package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.campaign.campaigns.domain.Conditions;
import dev.aisle.campaign.campaigns.domain.Conditions.Orders;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Goal;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Trigger;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads goal, trigger, eligibility, caps and amounts. */
final class TermsReader {
    private static final List<String> METRICS = List.of("conversion", "revenue", "clicks", "retention", "satisfaction");
    private static final List<String> ORDERS = Arrays.stream(Orders.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();

    private TermsReader() {}

    static Goal goal(Spot spot) {
        spot.object(List.of("metric", "within"));
        return new Goal(
                spot.at("metric").word(METRICS),
                spot.is("within") ? spot.at("within").span() : Duration.ofDays(7));
    }

    static Trigger trigger(Spot spot) {
        String word = spot.at("type").word(TriggerType.codes());
        TriggerType type = TriggerType.of(word).orElse(TriggerType.VISIT);
        List<String> fields = new ArrayList<>(type.settings().keySet());
        fields.add("type");
        if (!word.isEmpty()) {
            spot.object(fields);
        }
        Map<String, String> settings = new TreeMap<>();
        String rule = ruleOf(type);
        if (rule != null && !spot.is("segment")) {
            spot.at("segment")
                    .wrong(
                            "This trigger is entering a segment, and the segment is missing.",
                            "Make one of a rule such as " + rule + " (docs/segments.md) and name it here.");
            return new Trigger(type, settings);
        }
        type.settings().forEach((name, setting) -> settings.put(name, setting(spot.at(name), setting)));
        return new Trigger(type, settings);
    }

    /** What profile-service knows and a segment can ask for; evaluated there only, so that there is one answer. */
    private static @Nullable String ruleOf(TriggerType type) {
        return switch (type) {
            case FALLING_ALIVE -> "value(churn) > 0.7";
            case REPLENISHMENT_DUE -> "value(days_until_replenishment) <= 0";
            case LOYALTY_STEP -> "value(orders) >= 10";
            default -> null;
        };
    }

    private static String setting(Spot spot, TriggerType.Setting setting) {
        return switch (setting) {
            case SPAN -> spot.span().toString();
            case SEGMENT -> spot.name("the id of a segment");
            case SHARE -> {
                double share = spot.share(false);
                if (share == 0 && spot.node().isNumber()) {
                    spot.wrong("This must be more than 0.", "Write 0.1 for a tenth.");
                }
                yield Double.toString(share);
            }
        };
    }

    static Conditions conditions(Spot spot, Conditions usual) {
        if (!spot.object(List.of("orders", "context"))) {
            return usual;
        }
        Orders orders = usual.orders();
        if (spot.is("orders")) {
            String word = spot.at("orders").word(ORDERS);
            orders = word.isEmpty() ? orders : Orders.valueOf(word.toUpperCase(Locale.ROOT));
        }
        return new Conditions(orders, spot.is("context") ? spot.at("context").flag() : usual.context());
    }

    static @Nullable FrequencyCap cap(Spot spot) {
        if (!spot.object(List.of("times", "window"))) {
            return null;
        }
        return new FrequencyCap(
                (int) spot.at("times").whole(1, 1000), spot.at("window").span());
    }

    /** An amount that isn't negative, in a currency that there is. */
    static @Nullable Amount amount(Spot spot) {
        if (!spot.object(List.of("amount", "currency"))) {
            return null;
        }
        Currency currency = currency(spot.at("currency"));
        BigDecimal number = spot.at("amount").decimal();
        if (number == null) {
            spot.at("amount").wrong("Expected an amount.", "Write it as 500.00.");
            return null;
        }
        if (number.signum() < 0) {
            spot.at("amount").wrong("An amount isn't negative.", "Write 0 or more.");
            return null;
        }
        if (currency == null) {
            return null;
        }
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        if (number.stripTrailingZeros().scale() > digits) {
            spot.at("amount")
                    .wrong(currency + " has " + digits + " digits behind the point.", "Write no more than these.");
            return null;
        }
        BigDecimal minor = number.setScale(digits, RoundingMode.UNNECESSARY).movePointRight(digits);
        return new Amount(minor.longValueExact(), currency.getCurrencyCode());
    }

    private static @Nullable Currency currency(Spot spot) {
        try {
            return Currency.getInstance(spot.node().asText());
        } catch (IllegalArgumentException e) {
            spot.wrong("This isn't a currency.", "Write its three letters, such as EUR or CNY.");
            return null;
        }
    }
}
