/** Ads, advertisers and their pace. Money in minor units. */
@NullMarked
package dev.aisle.campaign.placements.ads;

import org.jspecify.annotations.NullMarked;
