/** Triggers, which find out from what happened for whom a campaign begins. */
@NullMarked
package dev.aisle.campaign.delivery.triggers;

import org.jspecify.annotations.NullMarked;
