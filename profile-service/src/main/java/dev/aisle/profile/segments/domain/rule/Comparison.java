package dev.aisle.profile.segments.domain.rule;

import java.util.Arrays;
import java.util.Optional;

/** How two things compare. */
public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    /** One of several. */
    IN("in"),
    /** The same, or below it: {@code "Home/Kitchen"} is under {@code "Home"}. */
    UNDER("under");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** As it stands in a rule. */
    public String symbol() {
        return symbol;
    }

    /** Whether it is about an order: of numbers only. */
    public boolean ordered() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    /** The one that is written so. */
    public static Optional<Comparison> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
    }

    /** Whether an order says yes, as from {@link Comparable#compareTo}. */
    public boolean accepts(int order) {
        return switch (this) {
            case EQUAL, IN, UNDER -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
