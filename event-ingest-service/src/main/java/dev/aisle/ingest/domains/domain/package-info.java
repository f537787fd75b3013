/**
 * What the door makes of packs: whether their events and properties are ones that it can read. Pure rules.
 */
@NullMarked
package dev.aisle.ingest.domains.domain;

import org.jspecify.annotations.NullMarked;
