/** The traces of decisions, in the rows of the decisions. */
@NullMarked
package dev.aisle.campaign.decisions.store;

import org.jspecify.annotations.NullMarked;
