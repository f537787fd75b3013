package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;

/** One function of {@code ./aisle compute}. */
public interface Function {
    /** The name in requests, such as {@code flags.hash}. */
    String name();

    /** What it computes, in a sentence. */
    String summary();

    /** JSON Schema of the input. */
    JsonNode inputSchema();

    /** An input that can be run as it is. */
    JsonNode example();

    /**
     * Computes.
     *
     * @throws InvalidInputException when the input can't be used; names the field
     */
    JsonNode apply(Input input);
}
