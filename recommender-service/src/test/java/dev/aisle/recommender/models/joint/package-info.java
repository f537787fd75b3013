@NullMarked
package dev.aisle.recommender.models.joint;

import org.jspecify.annotations.NullMarked;
