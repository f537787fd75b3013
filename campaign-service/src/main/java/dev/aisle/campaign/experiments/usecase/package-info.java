/**
 * What is done with experiments: written, started, ramped, stopped, concluded, and who saw what. Each step is one transaction.
 */
@NullMarked
package dev.aisle.campaign.experiments.usecase;

import org.jspecify.annotations.NullMarked;
