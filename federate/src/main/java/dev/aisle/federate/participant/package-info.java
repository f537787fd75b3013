/** A shop that takes part: reads its consenting people, learns with the others, keeps every person's factor at home. */
@NullMarked
package dev.aisle.federate.participant;

import org.jspecify.annotations.NullMarked;
