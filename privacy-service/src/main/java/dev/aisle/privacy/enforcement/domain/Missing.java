package dev.aisle.privacy.enforcement.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who doesn't enforce a withdrawal yet.
 *
 * @param instance {@code null} when no process of the service is known
 */
public record Missing(String service, @Nullable String instance) {}
