package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.shared.values.Fault;

/** A schema as an operator sent it: understood, or why not. */
public sealed interface SchemaReading {
    /** A schema that can be declared. */
    record Valid(EventSchema schema) implements SchemaReading {}

    /** A field is wrong. */
    record Invalid(Fault fault) implements SchemaReading {}

    /** No JSON object. */
    record Malformed(String message) implements SchemaReading {}
}
