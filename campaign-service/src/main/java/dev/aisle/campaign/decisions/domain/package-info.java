/** How a decision came about, in what is kept and in words. */
@NullMarked
package dev.aisle.campaign.decisions.domain;

import org.jspecify.annotations.NullMarked;
