/** Tests of how requests are bounded. */
package dev.aisle.ingest.door.edge;
