/**
 * Decisions over HTTP. Parses, delegates, answers.
 */
@NullMarked
package dev.aisle.campaign.placements.edge;

import org.jspecify.annotations.NullMarked;
