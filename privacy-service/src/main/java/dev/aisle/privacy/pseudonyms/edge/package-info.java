/**
 * Claims from the door, and the routes and the clock of a change of the pseudonym key. Nothing here sees an identifier.
 */
@NullMarked
package dev.aisle.privacy.pseudonyms.edge;

import org.jspecify.annotations.NullMarked;
