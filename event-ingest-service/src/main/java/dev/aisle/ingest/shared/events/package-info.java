/** What an event of every shop may carry: its names, its properties, their purposes and how much of them. */
@NullMarked
package dev.aisle.ingest.shared.events;

import org.jspecify.annotations.NullMarked;
