package dev.aisle.ingest.refine.steps;

import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.SeenConsent;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What holds for a person now.
 *
 * @param catchUp waits until at least that is known which the door had seen: an event may overtake the consent under which it was let in
 * @param consentOf what the person allows; waits until that is known
 * @param erased whether the person was erased
 * @param pseudonymOf the pseudonym under which the person stands: another one when the key was changed since
 */
public record Standing(
        Consumer<SeenConsent> catchUp,
        Function<String, Consent> consentOf,
        Predicate<String> erased,
        UnaryOperator<String> pseudonymOf) {}
