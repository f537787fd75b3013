/** Experiments and their plans in the console. */
@NullMarked
package dev.aisle.campaign.experiments.console;

import org.jspecify.annotations.NullMarked;
