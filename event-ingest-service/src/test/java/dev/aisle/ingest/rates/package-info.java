/** Exchange rates over HTTP and their effect. */
package dev.aisle.ingest.rates;
