/**
 * Campaigns in the database. Every version is kept.
 */
@NullMarked
package dev.aisle.campaign.campaigns.store;

import org.jspecify.annotations.NullMarked;
