/**
 * What a policy would have earned on what was logged.
 */
@NullMarked
package dev.aisle.campaign.policies.domain;

import org.jspecify.annotations.NullMarked;
