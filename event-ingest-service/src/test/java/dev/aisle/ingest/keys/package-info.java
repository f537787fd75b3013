/** Tests of the write keys with the service running. */
package dev.aisle.ingest.keys;
