/**
 * Dry runs over HTTP. Parses, delegates, answers.
 */
@NullMarked
package dev.aisle.campaign.reach.edge;

import org.jspecify.annotations.NullMarked;
