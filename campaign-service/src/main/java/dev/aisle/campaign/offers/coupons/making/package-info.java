/** Coupons and their codes as the shop's people make and see them. */
@NullMarked
package dev.aisle.campaign.offers.coupons.making;

import org.jspecify.annotations.NullMarked;
