package dev.aisle.publish.reference;

/**
 * A setting.
 *
 * @param name     such as {@code aisle.messages.lease}; what a shop names itself is in angle brackets
 * @param form     what is written there, with its unit
 * @param standard what holds when nothing is written; empty for nothing
 * @param required whether a service doesn't start without it
 * @param told     what it does
 */
record Key(String name, String form, String standard, boolean required, String told) {}
