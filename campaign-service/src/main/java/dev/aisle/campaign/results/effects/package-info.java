@NullMarked
package dev.aisle.campaign.results.effects;

import org.jspecify.annotations.NullMarked;
