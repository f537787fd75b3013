/** The people for a joint training, as a file over REST. */
@NullMarked
package dev.aisle.recommender.models.joint;

import org.jspecify.annotations.NullMarked;
