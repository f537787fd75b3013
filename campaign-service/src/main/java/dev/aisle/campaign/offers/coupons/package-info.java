/** What coupons are, what they take off a basket and how they stand. Money in minor units. */
@NullMarked
package dev.aisle.campaign.offers.coupons;

import org.jspecify.annotations.NullMarked;
