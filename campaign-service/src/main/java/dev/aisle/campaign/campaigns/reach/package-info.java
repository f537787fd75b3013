/** Dry runs: whom a campaign would reach, and what of it may be told. */
@NullMarked
package dev.aisle.campaign.campaigns.reach;

import org.jspecify.annotations.NullMarked;
