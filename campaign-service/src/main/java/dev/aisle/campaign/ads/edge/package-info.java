/**
 * Ads over HTTP. Parses, delegates, answers.
 */
@NullMarked
package dev.aisle.campaign.ads.edge;

import org.jspecify.annotations.NullMarked;
