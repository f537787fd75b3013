/**
 * Experiments over HTTP, and which browsers belong to which customer, from Kafka.
 */
@NullMarked
package dev.aisle.campaign.experiments.edge;

import org.jspecify.annotations.NullMarked;
