package dev.aisle.training.deep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one product of a catalogue file.
 *
 * @param wrong makes the failure of a field and its fix
 */
record ProductFields(JsonNode product, BiFunction<String, String, TrainingFailure> wrong) {
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_DIGITS = 15;

    ProductContent content() {
        return new ProductContent(text("title"), categories(), text("brand"), price(), attributes());
    }

    /** A text; empty when there is none. */
    String text(String field) {
        return text(field, product.path(field));
    }

    private String text(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw wrong.apply(field, "expected a text, was " + value.getNodeType());
        }
        return value.asText();
    }

    /** The paths of all nodes, the root first. */
    private List<String> categories() {
        List<String> paths = new ArrayList<>();
        String path = "";
        for (String node : text("category").split(">", -1)) {
            if (!node.isBlank()) {
                path = path.isEmpty() ? node.strip() : path + Category.SEPARATOR + node.strip();
                paths.add(path);
            }
        }
        return paths;
    }

    private @Nullable Price price() {
        String amount = text("price");
        if (amount.isBlank()) {
            return null;
        }
        Currency currency = currency();
        BigDecimal minorUnits = number(amount).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
        if (minorUnits.signum() < 0 || minorUnits.precision() - minorUnits.scale() > MOST_DIGITS) {
            throw wrong.apply("price", "expected an amount of 0 or more, was " + amount);
        }
        return new Price(minorUnits.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency.getCurrencyCode());
    }

    private BigDecimal number(String amount) {
        try {
            if (amount.length() <= LONGEST_NUMBER) {
                return new BigDecimal(amount.strip());
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong.apply("price", "expected a number such as 12.99, was " + amount);
    }

    private Currency currency() {
        String code = text("currency");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw wrong.apply(
                    "currency", "expected an ISO 4217 code such as EUR beside the price, was \"" + code + "\"");
        }
    }

    private Map<String, String> attributes() {
        JsonNode named = product.path("attributes");
        if (!named.isMissingNode() && !named.isNull() && !named.isObject()) {
            throw wrong.apply("attributes", "expected an object such as {\"colour\":\"green\"}");
        }
        Map<String, String> attributes = new HashMap<>();
        named.properties()
                .forEach(entry ->
                        attributes.put(entry.getKey(), text("attributes." + entry.getKey(), entry.getValue())));
        return attributes;
    }
}
