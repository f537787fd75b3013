/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.offers.allocations;

import org.jspecify.annotations.NullMarked;
