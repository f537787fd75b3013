/**
 * The file of people for a joint training over REST. Decides nothing.
 */
@NullMarked
package dev.aisle.recommender.joint.edge;

import org.jspecify.annotations.NullMarked;
