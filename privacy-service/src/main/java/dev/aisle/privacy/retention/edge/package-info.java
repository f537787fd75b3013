/**
 * The page of how long rows of persons stay, in every service. No decisions.
 */
@NullMarked
package dev.aisle.privacy.retention.edge;

import org.jspecify.annotations.NullMarked;
