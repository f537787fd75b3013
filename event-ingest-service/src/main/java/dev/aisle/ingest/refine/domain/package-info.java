/** What a raw event needs to become a refined one: clean values, a session, a place in the person's history. Plain rules over messages. */
@NullMarked
package dev.aisle.ingest.refine.domain;

import org.jspecify.annotations.NullMarked;
