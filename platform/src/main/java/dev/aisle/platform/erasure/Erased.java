package dev.aisle.platform.erasure;

import java.time.Instant;

/**
 * That somebody was erased.
 *
 * @param mark      of the pseudonym
 * @param at        events that happened before belong to the erased person
 * @param requestId of the request that asked for it; empty when its record can't be read
 */
public record Erased(String mark, Instant at, String requestId) {}
