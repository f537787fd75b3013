/** Reads what other services say about people and hands it on. What can't be read goes to the dead letters. */
@NullMarked
package dev.aisle.campaign.intake;

import org.jspecify.annotations.NullMarked;
