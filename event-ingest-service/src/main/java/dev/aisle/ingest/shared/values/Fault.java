package dev.aisle.ingest.shared.values;

/**
 * What is wrong with a client's value.
 *
 * @param code the kind of fault, for programs
 * @param field where, as the client wrote it: {@code properties.products[2].price}
 * @param message what was expected; never the value itself
 */
public record Fault(String code, String field, String message) {}
