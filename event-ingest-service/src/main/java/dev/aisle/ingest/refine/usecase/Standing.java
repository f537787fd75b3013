package dev.aisle.ingest.refine.usecase;

import dev.aisle.platform.consent.Consent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What holds for a person now.
 *
 * @param consentOf what the person allows; waits until that is known
 * @param erased whether the person was erased
 * @param pseudonymOf the pseudonym under which the person stands: another one when the key was changed since
 */
public record Standing(
        Function<String, Consent> consentOf, Predicate<String> erased, UnaryOperator<String> pseudonymOf) {
    /** With one pseudonym key, under which everybody stands. */
    public Standing(Function<String, Consent> consentOf, Predicate<String> erased) {
        this(consentOf, erased, UnaryOperator.identity());
    }
}
