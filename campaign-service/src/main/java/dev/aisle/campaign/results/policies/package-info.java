/** What a policy would have earned on what was logged. */
@NullMarked
package dev.aisle.campaign.results.policies;

import org.jspecify.annotations.NullMarked;
