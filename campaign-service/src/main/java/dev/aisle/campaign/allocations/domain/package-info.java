/** Which offer each person of an audience gets so that they bring the most within a budget. */
@NullMarked
package dev.aisle.campaign.allocations.domain;

import org.jspecify.annotations.NullMarked;
