package dev.aisle.profile.segments.domain.rule;

import java.math.BigDecimal;

/** A constant in a rule. */
public sealed interface Literal {
    /** A number; 1.50 and 1.5 are the same. */
    record Numeric(BigDecimal number) implements Literal {
        public Numeric {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** A text. */
    record Text(String text) implements Literal {}

    /** True or false. */
    record Flag(boolean flag) implements Literal {}
}
