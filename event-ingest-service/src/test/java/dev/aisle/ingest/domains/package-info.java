/** Tests of the command that tries a pack. */
package dev.aisle.ingest.domains;
