/** A person as far as campaigns need to know: what was seen and bought, and segments. Pseudonyms only. */
@NullMarked
package dev.aisle.campaign.people;

import org.jspecify.annotations.NullMarked;
