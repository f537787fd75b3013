/** The whole service against a real broker, one test a promise. Unit tests stand beside the rules they test. */
package dev.aisle.ingest;
