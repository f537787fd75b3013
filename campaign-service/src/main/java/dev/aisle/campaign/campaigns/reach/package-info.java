/**
 * What a dry run found, and what of it may be told. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.campaigns.reach;

import org.jspecify.annotations.NullMarked;

