/**
 * Recommendations over gRPC and REST. Both validate by the same rules and give the same list.
 */
@NullMarked
package dev.aisle.recommender.serving.edge;

import org.jspecify.annotations.NullMarked;
