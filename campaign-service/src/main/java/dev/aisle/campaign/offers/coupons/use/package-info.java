@NullMarked
package dev.aisle.campaign.offers.coupons.use;

import org.jspecify.annotations.NullMarked;
