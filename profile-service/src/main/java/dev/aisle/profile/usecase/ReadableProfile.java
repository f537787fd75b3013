package dev.aisle.profile.usecase;

import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import java.util.Set;

/**
 * A profile and how much of it may be read.
 *
 * @param personalization whether tastes, products and segments may be read; otherwise only what analytics allows
 */
public record ReadableProfile(Profile profile, Set<Segment> segments, boolean personalization) {}
