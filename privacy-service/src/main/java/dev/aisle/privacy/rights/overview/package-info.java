/**
 * The first page of the console's area of privacy: what needs somebody now. No decisions.
 */
@NullMarked
package dev.aisle.privacy.rights.overview;

import org.jspecify.annotations.NullMarked;
