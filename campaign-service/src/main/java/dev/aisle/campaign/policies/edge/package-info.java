/**
 * Off-policy evaluation over HTTP, and the log to take away.
 */
@NullMarked
package dev.aisle.campaign.policies.edge;

import org.jspecify.annotations.NullMarked;
