/** Waits until a withdrawal is in force in every service, and tells who is missing. No person is named to the enforcement points. */
@NullMarked
package dev.aisle.privacy.consent.enforcement;

import org.jspecify.annotations.NullMarked;
