/** Documents of rates. */
package dev.aisle.ingest.rates.domain;
