/** Explanations over HTTP. */
@NullMarked
package dev.aisle.campaign.decisions.edge;

import org.jspecify.annotations.NullMarked;
