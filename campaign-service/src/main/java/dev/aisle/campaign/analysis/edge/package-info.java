/**
 * Reports of experiments as JSON, CSV and a page.
 */
@NullMarked
package dev.aisle.campaign.analysis.edge;

import org.jspecify.annotations.NullMarked;
