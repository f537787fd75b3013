/** Tests of the catalogue's stream, without a broker. */
package dev.aisle.ingest.catalog.stream;
