package dev.aisle.algorithms.privacy;

import dev.aisle.algorithms.privacy.rules.ConsentRules;

/**
 * Whether data may be used for a purpose, and why. The rules are a table, {@code consent-rules.csv}; the first that applies wins.
 *
 * @param allowed whether the use is allowed
 * @param reason the reason
 * @param rule the rule that decided
 */
public record ConsentDecision(boolean allowed, ConsentReason reason, String rule) {
    /** Decides by the table that Aisle comes with. Services decide by the one that they are configured with. */
    public static ConsentDecision on(ConsentQuestion question) {
        return ConsentRules.builtIn().decide(question);
    }
}
