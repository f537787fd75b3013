/**
 * Whether a candidate is as good as the model that serves. The interval of the difference decides, see docs/decisions/0026.
 */
@NullMarked
package dev.aisle.recommender.models.gate;

import org.jspecify.annotations.NullMarked;
