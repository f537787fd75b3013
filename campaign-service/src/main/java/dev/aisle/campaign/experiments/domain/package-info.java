/**
 * Experiments: who gets which variation of a flag, and by which figures it is judged.
 */
@NullMarked
package dev.aisle.campaign.experiments.domain;

import org.jspecify.annotations.NullMarked;
