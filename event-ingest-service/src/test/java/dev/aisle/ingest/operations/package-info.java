/** Tests of how the flow stands. */
package dev.aisle.ingest.operations;
