/**
 * Asks the log about a policy that isn't in force.
 */
@NullMarked
package dev.aisle.campaign.policies.usecase;

import org.jspecify.annotations.NullMarked;
