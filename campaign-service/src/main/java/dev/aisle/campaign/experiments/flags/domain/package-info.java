/**
 * Flags: what they answer to whom, as rules that GrowthBook's SDKs and this service read alike.
 */
@NullMarked
package dev.aisle.campaign.experiments.flags.domain;

import org.jspecify.annotations.NullMarked;
