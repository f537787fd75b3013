/**
 * What coupons are and what they take off a basket. Plain Java, money in minor units.
 */
@NullMarked
package dev.aisle.campaign.coupons.domain;

import org.jspecify.annotations.NullMarked;
