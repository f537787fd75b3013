/** Tests of write keys, as rules and with the service running. */
package dev.aisle.ingest.settings.keys;
