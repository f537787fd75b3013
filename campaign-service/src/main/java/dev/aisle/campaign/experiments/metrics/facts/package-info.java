@NullMarked
package dev.aisle.campaign.experiments.metrics.facts;

import org.jspecify.annotations.NullMarked;
