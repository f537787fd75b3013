/** Declares and withdraws event schemas. The door finds those in force here. */
@NullMarked
package dev.aisle.ingest.schemas.usecase;

import org.jspecify.annotations.NullMarked;
