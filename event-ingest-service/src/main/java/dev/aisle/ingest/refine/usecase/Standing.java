package dev.aisle.ingest.refine.usecase;

import dev.aisle.platform.consent.Consent;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What holds for a person now.
 *
 * @param consentOf what the person allows; waits until that is known
 * @param erased whether the person was erased
 */
public record Standing(Function<String, Consent> consentOf, Predicate<String> erased) {}
