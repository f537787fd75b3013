/** Tests of exchange rates, as documents and with the service running. */
package dev.aisle.ingest.settings.rates;
