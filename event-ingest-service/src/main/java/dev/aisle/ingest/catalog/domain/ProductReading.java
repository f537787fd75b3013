package dev.aisle.ingest.catalog.domain;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.ingest.shared.domain.Fault;

/** A product document: understood, or what is wrong with it. */
public sealed interface ProductReading {
    record Valid(Product product) implements ProductReading {}

    record Invalid(Fault fault) implements ProductReading {}

    /** Not JSON at all. */
    record Malformed(String message) implements ProductReading {}
}
