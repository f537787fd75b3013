/**
 * Coupons over HTTP. Parses, delegates, answers.
 */
@NullMarked
package dev.aisle.campaign.offers.coupons.edge;

import org.jspecify.annotations.NullMarked;

