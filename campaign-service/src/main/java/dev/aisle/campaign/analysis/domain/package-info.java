/**
 * Statements that the figures of an experiment allow: effects, health, a decision and its words.
 */
@NullMarked
package dev.aisle.campaign.analysis.domain;

import org.jspecify.annotations.NullMarked;
