/**
 * Ads, how relevant they are, the auction between them and its pace. Plain Java, money in minor units.
 */
@NullMarked
package dev.aisle.campaign.ads.domain;

import org.jspecify.annotations.NullMarked;
