/** Tests of the archive, read by DuckDB as an analyst would. */
package dev.aisle.ingest.archive;
