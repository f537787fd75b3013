/**
 * What a campaign has learned, over HTTP, and when it learns.
 */
@NullMarked
package dev.aisle.campaign.bandits.edge;

import org.jspecify.annotations.NullMarked;
