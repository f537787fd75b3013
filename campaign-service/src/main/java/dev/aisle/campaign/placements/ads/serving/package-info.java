@NullMarked
package dev.aisle.campaign.placements.ads.serving;

import org.jspecify.annotations.NullMarked;
