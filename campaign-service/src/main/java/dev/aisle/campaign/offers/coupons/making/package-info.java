@NullMarked
package dev.aisle.campaign.offers.coupons.making;

import org.jspecify.annotations.NullMarked;
