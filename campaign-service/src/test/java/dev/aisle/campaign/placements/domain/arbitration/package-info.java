@NullMarked
package dev.aisle.campaign.placements.domain.arbitration;

import org.jspecify.annotations.NullMarked;
