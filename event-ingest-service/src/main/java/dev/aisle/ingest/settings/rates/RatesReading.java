package dev.aisle.ingest.settings.rates;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.ingest.shared.values.Fault;

/** What a document of rates says. */
sealed interface RatesReading {
    record Valid(ExchangeRates rates) implements RatesReading {}

    /** A field is wrong. */
    record Invalid(Fault fault) implements RatesReading {}

    /** Neither JSON nor XML. */
    record Malformed(String message) implements RatesReading {}

    static RatesReading invalid(String field, String message) {
        return new Invalid(new Fault("invalid-field", field, message));
    }
}
