/** Tables of the offers that people were allocated, and of the last allocations' reports. */
@NullMarked
package dev.aisle.campaign.allocations.store;

import org.jspecify.annotations.NullMarked;
