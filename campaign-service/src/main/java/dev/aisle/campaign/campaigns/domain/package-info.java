/**
 * What a campaign is, who falls into which variation, and how often it may be shown. Plain rules without a clock or a database.
 */
@NullMarked
package dev.aisle.campaign.campaigns.domain;

import org.jspecify.annotations.NullMarked;
