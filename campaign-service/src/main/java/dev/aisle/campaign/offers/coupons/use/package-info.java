/** Codes checked, reserved and settled at the checkout. */
@NullMarked
package dev.aisle.campaign.offers.coupons.use;

import org.jspecify.annotations.NullMarked;
