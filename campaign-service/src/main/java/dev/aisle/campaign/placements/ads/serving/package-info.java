/** The auction between ads for a placement, and the clicks on its winners. */
@NullMarked
package dev.aisle.campaign.placements.ads.serving;

import org.jspecify.annotations.NullMarked;
