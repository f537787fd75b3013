/** Tests of the rules of keys. */
package dev.aisle.ingest.keys.domain;
