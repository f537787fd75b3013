/** What an operator declares about an event that only this shop knows, and how the declaration is read. No framework, no broker. */
@NullMarked
package dev.aisle.ingest.schemas.domain;

import org.jspecify.annotations.NullMarked;
