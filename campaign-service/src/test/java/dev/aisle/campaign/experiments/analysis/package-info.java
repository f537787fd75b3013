/** Reports as pages. */
@org.jspecify.annotations.NullMarked
package dev.aisle.campaign.experiments.analysis;
