/**
 * The shop's own event document. Its fields are a closed list.
 */
@NullMarked
package dev.aisle.ingest.strict.domain;

import org.jspecify.annotations.NullMarked;
