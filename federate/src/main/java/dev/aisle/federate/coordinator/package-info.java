/** Brings partners together, adds up what they send under masks, and never sees what one of them sent. */
@NullMarked
package dev.aisle.federate.coordinator;

import org.jspecify.annotations.NullMarked;
