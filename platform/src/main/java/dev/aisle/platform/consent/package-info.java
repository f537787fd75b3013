/**
 * What a person allows, as the enforcement points see it. Unknown, unreadable or outdated means denied.
 */
@NullMarked
package dev.aisle.platform.consent;

import org.jspecify.annotations.NullMarked;
