/**
 * What a training together with other shops needs of this one: for {@code ./aisle federate participate}, which runs where the shop wants it.
 */
@NullMarked
package dev.aisle.recommender.joint.usecase;

import org.jspecify.annotations.NullMarked;
