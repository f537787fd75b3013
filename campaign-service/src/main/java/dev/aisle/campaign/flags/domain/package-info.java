/**
 * Flags: what they answer to whom, as rules that GrowthBook's SDKs and this service read alike.
 */
@NullMarked
package dev.aisle.campaign.flags.domain;

import org.jspecify.annotations.NullMarked;
