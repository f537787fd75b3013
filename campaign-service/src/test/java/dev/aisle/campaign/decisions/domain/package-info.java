/** Tests of what is kept of decisions. */
@NullMarked
package dev.aisle.campaign.decisions.domain;

import org.jspecify.annotations.NullMarked;
