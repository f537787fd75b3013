/** Tests of single use cases beside them. No broker runs here. */
package dev.aisle.ingest.door.usecase;
