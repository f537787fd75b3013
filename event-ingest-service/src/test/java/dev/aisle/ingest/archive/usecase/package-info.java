/** Tests of the archive. */
package dev.aisle.ingest.archive.usecase;
