package dev.aisle.local.erasures;

/**
 * What is tried.
 *
 * @param people how many are erased
 * @param kills how often a service is ended by kill -9 meanwhile
 * @param seed decides which and when
 */
public record ErasureTrial(int people, int kills, long seed) {}
