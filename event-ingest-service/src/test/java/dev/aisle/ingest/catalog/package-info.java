/** Tests of the catalogue, without a broker. */
package dev.aisle.ingest.catalog;
