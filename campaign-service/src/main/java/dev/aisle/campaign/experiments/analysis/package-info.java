/** Experiments looked at and planned: from counted values to reports as JSON, CSV and a page. */
@NullMarked
package dev.aisle.campaign.experiments.analysis;

import org.jspecify.annotations.NullMarked;
