package dev.aisle.privacy.consent.enforcement;

import org.jspecify.annotations.Nullable;

/**
 * Who doesn't enforce a withdrawal yet.
 *
 * @param instance {@code null} when no process of the service is known
 */
record Missing(String service, @Nullable String instance) {}
