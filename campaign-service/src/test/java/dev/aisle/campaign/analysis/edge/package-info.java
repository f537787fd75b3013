/** Reports as pages. */
@org.jspecify.annotations.NullMarked
package dev.aisle.campaign.analysis.edge;
