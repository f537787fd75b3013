/**
 * The catalogue's messages and the clock of walks.
 */
@NullMarked
package dev.aisle.campaign.triggers.edge;

import org.jspecify.annotations.NullMarked;
