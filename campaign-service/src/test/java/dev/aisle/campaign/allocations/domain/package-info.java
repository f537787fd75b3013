/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.allocations.domain;

import org.jspecify.annotations.NullMarked;
