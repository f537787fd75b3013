/**
 * Reads what other services say about people. What can't be read goes to the dead letters.
 */
@NullMarked
package dev.aisle.campaign.people.edge;

import org.jspecify.annotations.NullMarked;
