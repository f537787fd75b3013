/**
 * Coupons over HTTP. Parses, delegates, answers.
 */
@NullMarked
package dev.aisle.campaign.coupons.edge;

import org.jspecify.annotations.NullMarked;
