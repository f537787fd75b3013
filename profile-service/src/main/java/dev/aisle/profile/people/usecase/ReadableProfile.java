package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.profile.people.values.domain.ProfileValues;
import java.util.Set;

/**
 * A profile and what it is read for.
 *
 * @param pseudonym under which the person stands now
 * @param purpose that the person grants; the values rest on the events that may be used for it
 * @param segments empty when the purpose isn't personalisation
 */
public record ReadableProfile(String pseudonym, Purpose purpose, ProfileValues values, Set<String> segments) {}
