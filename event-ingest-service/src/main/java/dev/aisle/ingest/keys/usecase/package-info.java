/** Checks the write key of a request on the hot path, and changes keys for an operator. Secrets are shown once and kept as hashes. */
@NullMarked
package dev.aisle.ingest.keys.usecase;

import org.jspecify.annotations.NullMarked;
