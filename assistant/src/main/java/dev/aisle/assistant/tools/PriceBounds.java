package dev.aisle.assistant.tools;

import dev.aisle.assistant.shop.PriceRange;
import dev.aisle.assistant.understanding.entities.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What prices somebody means: below, above, or between those that a text names. */
final class PriceBounds {
    private static final Pattern VALUE =
            Pattern.compile("(?<amount>[0-9]{1,9}(?:\\.[0-9]{1,4})?) (?<currency>[A-Z]{3})");
    private static final Pattern ABOVE =
            Pattern.compile("(?:over|above|more than|at least|from|超过|高于|不低于|至少|以上)", Pattern.CASE_INSENSITIVE);

    private PriceBounds() {}

    /** Every price when none is named. */
    public static PriceRange of(String text, List<Entity> prices) {
        List<Matcher> read = prices.stream()
                .map(price -> VALUE.matcher(price.value()))
                .filter(Matcher::matches)
                .toList();
        if (read.isEmpty()) {
            return PriceRange.ANY;
        }
        BigDecimal first = new BigDecimal(read.getFirst().group("amount"));
        String currency = read.getFirst().group("currency");
        if (read.size() > 1) {
            BigDecimal second = new BigDecimal(read.get(1).group("amount"));
            return new PriceRange(first.min(second), first.max(second), currency);
        }
        return ABOVE.matcher(text).find()
                ? new PriceRange(first, null, currency)
                : new PriceRange(null, first, currency);
    }
}
