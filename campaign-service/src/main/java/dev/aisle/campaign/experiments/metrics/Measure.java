package dev.aisle.campaign.experiments.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A number of some events that is added up.
 *
 * @param event the type, as in the contract
 * @param value {@code count}, or a field of the event that is a number
 * @param currency of amounts; empty for what is no amount
 * @param filter all of these must hold
 */
public record Measure(String event, String value, String currency, List<Condition> filter) {
    /** Counts events. */
    public static final String COUNT = "count";

    private static final BigDecimal GREATEST = new BigDecimal("1e12");
    private static final int DIGITS = 6;
    private static final int SHOWN = 8;

    public Measure {
        filter = List.copyOf(filter);
    }

    /** The name of its facts: the same for measures that say the same, so that facts outlive a change of window or cap. */
    public String code() {
        String name = event + "/" + value + (currency.isEmpty() ? "" : "/" + currency);
        return filter.isEmpty() ? name : name + "/" + digest();
    }

    private String digest() {
        String all = filter.stream().map(Condition::canonical).sorted().collect(Collectors.joining("&"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The number that an event adds; empty when it isn't meant, has no such field, or an amount of another currency. */
    public Optional<BigDecimal> of(Occurrence happened) {
        if (!event.equals(happened.type())
                || filter.stream().anyMatch(condition -> !condition.holds(happened))
                || (!currency.isEmpty() && !currency.equals(happened.currency()))) {
            return Optional.empty();
        }
        return value.equals(COUNT)
                ? Optional.of(BigDecimal.ONE)
                : Optional.ofNullable(happened.numbers().get(value))
                        .filter(number -> number.abs().compareTo(GREATEST) <= 0)
                        .map(number ->
                                number.setScale(Math.min(DIGITS, Math.max(0, number.scale())), RoundingMode.HALF_EVEN));
    }
}
