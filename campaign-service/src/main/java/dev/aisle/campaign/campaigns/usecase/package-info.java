/**
 * Publishes and reads campaigns. A version, once published, is what decisions refer to.
 */
@NullMarked
package dev.aisle.campaign.campaigns.usecase;

import org.jspecify.annotations.NullMarked;
