/** What a campaign changed and how people took it, from exact counts to what may be told. Plain Java. */
@NullMarked
package dev.aisle.campaign.results.effects;

import org.jspecify.annotations.NullMarked;
