/**
 * Phases, values of single units, segments and looks, as an analysis reads them.
 */
@NullMarked
package dev.aisle.campaign.analysis.store;

import org.jspecify.annotations.NullMarked;
