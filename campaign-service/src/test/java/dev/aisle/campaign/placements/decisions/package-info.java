/** Tests of what is kept of decisions. */
@NullMarked
package dev.aisle.campaign.placements.decisions;

import org.jspecify.annotations.NullMarked;
