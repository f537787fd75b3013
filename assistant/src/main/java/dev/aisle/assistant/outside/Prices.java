package dev.aisle.assistant.outside;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What tokens cost, in millionths of a unit of the currency.
 *
 * @param input of a thousand tokens that are sent
 * @param output of a thousand tokens that are written
 */
record Prices(BigDecimal input, BigDecimal output) {
    private static final int MILLION_BY_THOUSAND = 1_000;

    /** Rounded up, so that a sum is never less than what is charged. */
    public long micros(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .multiply(BigDecimal.valueOf(MILLION_BY_THOUSAND))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
