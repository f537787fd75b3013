/**
 * The programme that trains beside the service. The process has no credentials and reaches nothing but the service that started it.
 */
@NullMarked
package dev.aisle.recommender.models.trainer.edge;

import org.jspecify.annotations.NullMarked;
