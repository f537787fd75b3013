/** Allocations over HTTP. */
@NullMarked
package dev.aisle.campaign.allocations.edge;

import org.jspecify.annotations.NullMarked;
