/** Tests of what a key may send. */
package dev.aisle.ingest.keys.usecase;
