@NullMarked
package dev.aisle.recommender.joint.edge;

import org.jspecify.annotations.NullMarked;
